using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// One field of a form: how it looks, what is wrong with what was filled in, and how it would have been typed. The typed words
/// are read by the verb's own parser, so a form and a command mean the same.
/// </summary>
/// <param name="id">Block id and action id; what Slack shows an error by.</param>
/// <param name="label">What stands above it.</param>
internal abstract class FormField(string id, string label)
{
    private const int LongestLabel = 150;

    /// <summary>Block id.</summary>
    public string Id { get; } = id;

    /// <summary>What stands above it.</summary>
    public string Label { get; } = label;

    /// <summary>It may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A line below it, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>Words that stand before the value when it is typed, with their space: <c>"by "</c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>Typed before all others, wherever it stands: whom something is given to.</summary>
    public virtual bool IsTypedFirst => false;

    /// <summary>The <c>input</c> block.</summary>
    /// <param name="initial">What stands in it at first, or null.</param>
    public JsonObject Block(string? initial)
    {
        var element = Element(initial);
        element["action_id"] = Id;
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = Id,
            ["optional"] = IsOptional,
            ["label"] = SlackBlocks.Plain(Label, LongestLabel),
            ["element"] = element,
        };
        if (Hint is not null)
            block["hint"] = SlackBlocks.Plain(Hint, LongestLabel);
        return block;
    }

    /// <summary>What is wrong with the value, for people; null when nothing is.</summary>
    /// <param name="value">As filled in; empty when nothing was.</param>
    /// <param name="today">Today where the person is, as far as the modal knows.</param>
    public string? Fault(string value, DateOnly today)
    {
        if (value.Length == 0)
            return IsOptional ? null : Missing;
        return FaultOf(value, today);
    }

    /// <summary>As it would be typed; empty when it was left empty.</summary>
    /// <param name="value">As filled in.</param>
    /// <param name="workspace">Workspace of who filled it in, as in <see cref="SlackAddress"/>.</param>
    public string Typed(string value, string? workspace) => value.Length == 0 ? "" : Before + Written(value, workspace);

    /// <summary>What is said when it was left empty.</summary>
    protected virtual string Missing => "Please choose one.";

    /// <summary>The element inside the block, without its id.</summary>
    protected abstract JsonObject Element(string? initial);

    /// <summary>What is wrong with a value that is not empty.</summary>
    protected abstract string? FaultOf(string value, DateOnly today);

    /// <summary>The value as it would be typed.</summary>
    protected virtual string Written(string value, string? workspace) => value;
}
