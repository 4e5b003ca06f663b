using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>What Teams sends, made different.</summary>
internal static class TeamsSays
{
    /// <summary>A press of a one-tap button, whether any card has it or not.</summary>
    public static FakeActivity Executes(this FakeColleague person, FakePost post, string verb, string? args = null) =>
        person.Invokes("adaptiveCard/action", post, new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Data(verb, args) }, ["trigger"] = "manual" });

    /// <summary>The same in a client that knows only Action.Submit.</summary>
    public static FakeActivity Submits(this FakeColleague person, FakePost post, string verb, string? args = null) =>
        person.Executes(post, verb, args).With("type", "message").With("name", null).With("value", Data(verb, args));

    /// <summary>Words in a thread without the bot's name, where a team lets the bot listen.</summary>
    public static FakeActivity Talks(this FakeColleague person, FakePost below, string text)
    {
        var said = person.Mentions(below.Place, "", inThreadOf: below);
        return said.With("text", text).With("entities", null);
    }

    /// <summary>The words name somebody as <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public static FakeActivity Naming(this FakeActivity said, FakeColleague person, bool withObjectId = true)
    {
        var entities = said.Body["entities"]!.DeepClone().AsArray();
        var mentioned = new JsonObject { ["id"] = person.Member.Mri, ["name"] = person.Member.Name };
        if (withObjectId)
            mentioned["aadObjectId"] = person.Id.ToUpperInvariant();
        entities.Add(new JsonObject { ["type"] = "mention", ["text"] = $"<at>{person.Member.Name}</at>", ["mentioned"] = mentioned });
        return said.With("entities", entities);
    }

    /// <summary>From somebody else than who did it.</summary>
    public static FakeActivity From(this FakeActivity said, JsonObject? from) => said.With("from", from);

    /// <summary>The same person, of another company.</summary>
    public static FakeActivity AsGuest(this FakeActivity said)
    {
        var from = said.Body["from"]!.DeepClone().AsObject();
        from["tenantId"] = "99999999-9999-4999-8999-999999999999";
        return said.From(from);
    }

    public static string PersonId(this FakeColleague person) => $"teams:{person.Id}";

    private static JsonObject Data(string verb, string? args)
    {
        var data = new JsonObject { ["verb"] = verb };
        if (args is not null)
            data["args"] = args;
        return data;
    }
}
