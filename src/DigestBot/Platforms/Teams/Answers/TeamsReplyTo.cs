using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>To whom an answer goes, and by which ways it can.</summary>
/// <param name="Person">The person.</param>
internal sealed record TeamsReplyTo(TeamsAddress Person)
{
    /// <summary>Teams' id of the account that asked, for a message that only this account sees; null when it was not said.</summary>
    public string? Member { get; init; }

    /// <summary>The channel or chat where it was asked; null where the person was alone with the bot.</summary>
    public TeamsAddress? Company { get; init; }

    /// <summary>Id of the thread's first message where it was asked; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Something was said to the bot where others read it, so that silence would be noticed.</summary>
    public bool WasSaid { get; init; }

    /// <summary>What was asked; null when the answer is to no action.</summary>
    public ActionRequest? Request { get; init; }

    /// <summary>Says who, not what.</summary>
    public override string ToString() => $"{nameof(TeamsReplyTo)} {Person}";
}
