using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>What administrators and owners of teams do to teams and channels.</summary>
internal sealed class FakeOffice(FakeTenant tenant)
{
    /// <summary>Gives a channel another name.</summary>
    public FakeActivity Renames(string channel, string name)
    {
        tenant.Change(channel, place => place with { Name = name });
        return Update("channelRenamed", channel);
    }

    /// <summary>Deletes a channel.</summary>
    public FakeActivity Deletes(string channel)
    {
        tenant.Change(channel, place => place with { IsDeleted = true });
        return Update("channelDeleted", channel);
    }

    /// <summary>Brings a deleted channel back.</summary>
    public FakeActivity Restores(string channel)
    {
        tenant.Change(channel, place => place with { IsDeleted = false });
        return Update("channelRestored", channel);
    }

    /// <summary>Archives the team, so that nobody can post in its channels.</summary>
    public FakeActivity Archives()
    {
        Block(true);
        return Update("teamArchived", FakeTenant.Team);
    }

    /// <summary>Opens the archived team again.</summary>
    public FakeActivity Unarchives()
    {
        Block(false);
        return Update("teamUnarchived", FakeTenant.Team);
    }

    /// <summary>Adds the bot to the team: comes together with the installation.</summary>
    public FakeActivity AddsBot()
    {
        var update = Update("teamMemberAdded", FakeTenant.Team);
        update.Body["membersAdded"] = new JsonArray(new JsonObject { ["id"] = FakeTeams.Bot });
        return update;
    }

    /// <summary>Adds or removes somebody.</summary>
    public FakeActivity Members(string eventType, string member)
    {
        var update = Update(eventType, FakeTenant.Team);
        update.Body[eventType == "teamMemberAdded" ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = member });
        return update;
    }

    /// <summary>Any event about a channel or its team.</summary>
    public FakeActivity Update(string eventType, string channel)
    {
        var place = tenant.Places[channel];
        var update = FakeActivity.Of(tenant, "conversationUpdate", tenant.Ana.Member, place with { Id = place.Team ?? place.Id });
        update.Body["channelData"]!["eventType"] = eventType;
        update.Body["channelData"]!["channel"] = new JsonObject { ["id"] = channel, ["name"] = place.Name };
        if (eventType.StartsWith("team", StringComparison.Ordinal))
            update.Body["channelData"]!.AsObject().Remove("channel");
        return update;
    }

    private void Block(bool isBlocked)
    {
        foreach (var place in tenant.Places.Values.Where(place => place.Team == FakeTenant.Team).ToList())
            tenant.Change(place.Id, one => one with { IsBlocked = isBlocked });
    }
}
