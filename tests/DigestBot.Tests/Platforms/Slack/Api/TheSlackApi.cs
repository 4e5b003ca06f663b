using DigestBot.Platforms.Slack.Api;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Api;

public sealed class TheSlackApi
{
    private const string Elsewhere = "T0GLOBEX";

    [Fact]
    public async Task Reads_what_Slack_answers()
    {
        await using var office = await SlackOffice.OpenAsync();
        var eve = (await office.Api.UsersInfoAsync(null, "U0EVE", default)).OrDefault()!;
        Assert.Equal(("U0EVE", "eve", "Europe/Paris", "en-GB", "eve@acme.example"), (eve.Id, eve.Name, eve.Tz, eve.Locale, eve.Profile!.Email));
        Assert.Equal("U0DEV", (await office.Api.LookupByEmailAsync(null, "DEV@acme.example", default)).OrDefault()!.Id);
        Assert.True((await office.Api.ConversationsInfoAsync(null, "C0EXEC", default)).OrDefault()!.IsMember);
        Assert.Contains("U0ANA", (await office.Api.MembersAsync(null, "C0EXEC", null, default)).OrDefault()!.Members);
        Assert.Equal("D0ANA", (await office.Api.OpenConversationAsync(null, "U0ANA", default)).OrDefault());
        Assert.Equal("T0ACME", (await office.Api.AuthTestAsync(null, default)).OrDefault()!.TeamId);
    }

    [Fact]
    public async Task Reads_reactions_with_everybody_who_gave_them()
    {
        await using var office = await SlackOffice.OpenAsync();
        var message = office.Workspace.Store(new() { Ts = "1795417200.000001", Channel = "C0EXEC", User = FakeWorkspace.Bot, Text = "1" });
        office.Workspace.Person("U0BEN").Reacts(message, "eyes");
        office.Workspace.Person("U0ANA").Reacts(message, "eyes");

        var reaction = Assert.Single((await office.Api.ReactionsGetAsync(null, "C0EXEC", message.Ts, default)).OrDefault()!.Reactions!);
        Assert.Equal(("eyes", 2), (reaction.Name, reaction.Count));
        Assert.Equal(["U0BEN", "U0ANA"], reaction.Users!);
    }

    [Fact]
    public async Task Tries_again_what_twice_is_like_once()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("users.info", FakeFault.DropsAfterStoring, FakeFault.Status(503));
        office.Slack.Faults.Next("chat.update", FakeFault.DropsAfterStoring);
        var message = office.Workspace.Store(new() { Ts = "1795417200.000001", Channel = "C0EXEC", User = FakeWorkspace.Bot, Text = "1" });

        Assert.IsType<SlackAnswer<SlackUser>.Ok>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
        Assert.IsType<SlackAnswer<SlackPosted>.Ok>(await office.Api.UpdateAsync(null, "C0EXEC", message.Ts, new() { ["text"] = "2" }, default));
        Assert.Equal((3, 2), (office.Slack.Count("users.info"), office.Slack.Count("chat.update")));
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("chat.postEphemeral")]
    [InlineData("views.open")]
    [InlineData("response_url")]
    public async Task Never_tries_again_what_must_not_be_there_twice(string method)
    {
        await using var office = await SlackOffice.OpenAsync();
        // A connection that was used before is the one a client library likes to try again on its own.
        Assert.IsType<SlackAnswer<SlackAuth>.Ok>(await office.Api.AuthTestAsync(null, default));
        office.Slack.Faults.Next(method, FakeFault.DropsAfterStoring);

        Assert.True(await IsUnansweredAsync(office, method));
        Assert.Equal(1, office.Slack.Count(method));
    }

    [Fact]
    public async Task Gives_up_waiting_and_says_that_it_may_have_arrived()
    {
        var clock = Testing.FakeClock.OnMonday();
        await using var slack = await FakeSlack.StartAsync(clock);
        using var http = new SlackHttp(clock);
        var arrived = new TaskCompletionSource();
        slack.Faults.Next("chat.postMessage", new FakeFault(false, context => { arrived.SetResult(); return FakeFault.HangsBeforeStoring.Happens(context); }));
        var posting = http.PostAsync(new(slack.ApiBaseAddress, "chat.postMessage"), new StringContent("{}"), null, default);
        await arrived.Task;

        clock.Advance(SlackHttp.AnswerTime);

        Assert.IsType<SlackExchange.NoAnswer>(await posting);
    }

    [Fact]
    public async Task Ends_at_once_when_it_is_asked_to_stop()
    {
        await using var office = await SlackOffice.OpenAsync();
        using var stop = new CancellationTokenSource();
        office.Slack.Faults.Next("users.info", new FakeFault(false, context => { stop.Cancel(); return FakeFault.HangsBeforeStoring.Happens(context); }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.Api.UsersInfoAsync(null, "U0EVE", stop.Token));
    }

    [Fact]
    public async Task Heeds_a_429_for_that_method_and_workspace_only()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("users.info", FakeFault.RateLimited(60));

        var limited = Assert.IsType<SlackAnswer<SlackUser>.RateLimited>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
        Assert.Equal(TimeSpan.FromSeconds(60), limited.RetryAfter);
        Assert.IsType<SlackAnswer<SlackUser>.RateLimited>(await office.Api.UsersInfoAsync(null, "U0ANA", default));
        Assert.Equal(1, office.Slack.Count("users.info"));
        Assert.IsType<SlackAnswer<SlackUser>.Ok>(await office.Api.LookupByEmailAsync(null, "eve@acme.example", default));

        office.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.IsType<SlackAnswer<SlackUser>.Ok>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
    }

    [Fact]
    public async Task Waits_half_a_minute_when_a_429_does_not_say_how_long()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("users.info", FakeFault.Status(429));
        var limited = Assert.IsType<SlackAnswer<SlackUser>.RateLimited>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
        Assert.Equal(TimeSpan.FromSeconds(30), limited.RetryAfter);
    }

    [Fact]
    public async Task Follows_no_redirect_which_would_take_the_token_along()
    {
        await using var office = await SlackOffice.OpenAsync();
        var isAskedElsewhere = false;
        office.Slack.Routes["/elsewhere"] = _ => { isAskedElsewhere = true; return Task.CompletedTask; };
        office.Slack.Faults.Always = _ => new FakeFault(false, context => { context.Response.Redirect("/elsewhere"); return Task.CompletedTask; });

        Assert.IsType<SlackAnswer<SlackUser>.NotSent>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
        Assert.False(isAskedElsewhere);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"ok\":\"yes\"}")]
    [InlineData("{}")]
    [InlineData("{\"ok\":false}")]
    [InlineData("{\"ok\":true")]
    [InlineData("")]
    [InlineData("{\"ok\":true,\"user\":7}")]
    public async Task Takes_an_answer_that_cannot_be_read_for_none(string body)
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Always = _ => FakeFault.Body(body);
        Assert.IsType<SlackAnswer<SlackUser>.NoAnswer>(await office.Api.UsersInfoAsync(null, "U0EVE", default));
    }

    [Fact]
    public async Task Tells_that_an_address_is_not_Slacks()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Always = _ => FakeFault.Status(404);
        var answer = Assert.IsType<SlackAnswer<SlackPosted>.NotSent>(await office.Api.PostMessageAsync(null, "C0EXEC", new() { ["text"] = "1" }, null, default));
        Assert.Contains("Slack:ApiBaseAddress", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    public async Task Calls_a_workspace_no_more_that_has_thrown_the_app_out(string error)
    {
        await using var office = await SlackOffice.OpenAsync();
        await office.Api.AuthTestAsync(null, default);
        office.Workspace.Refusal = error;
        await office.Api.UsersInfoAsync(null, "U0EVE", default);

        Assert.Equal(SlackErrors.NotInstalled, (await office.Api.UsersInfoAsync(null, "U0EVE", default)).Refusal);
        Assert.Equal(1, office.Slack.Count("users.info"));
    }

    [Fact]
    public async Task Knows_no_token_of_a_workspace_it_is_not_installed_in()
    {
        await using var office = await SlackOffice.OpenAsync();
        Assert.Equal(SlackErrors.NotInstalled, (await office.Api.UsersInfoAsync(Elsewhere, "U0EVE", default)).Refusal);
        Assert.Empty(office.Slack.Calls);
    }

    [Fact]
    public async Task Shows_no_token_and_no_answers_address_in_any_log()
    {
        await using var office = await SlackOffice.OpenAsync();
        var secret = new Uri(office.Slack.Address, "response/very-secret").ToString();
        foreach (var fault in new[] { FakeFault.DropsBeforeStoring, FakeFault.Status(500), FakeFault.RateLimited(1), FakeFault.Body("xoxb-T0ACME"), FakeFault.Says("not <a> name xoxb-T0ACME") })
        {
            office.Slack.Faults.Always = _ => fault;
            await office.Api.PostMessageAsync(null, "C0EXEC", new() { ["text"] = "what a customer said" }, null, default);
            await office.Api.RespondAsync(secret, new() { ["text"] = "what a customer said" }, default);
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.NotEmpty(office.Log.Lines);
        Assert.All(office.Log.Lines, line => Assert.DoesNotMatch("xoxb|xapp|very-secret|customer said|fake-client-secret", line));
    }

    private static async Task<bool> IsUnansweredAsync(SlackOffice office, string method) => method switch
    {
        "chat.postMessage" => await office.Api.PostMessageAsync(null, "C0EXEC", new() { ["text"] = "1" }, null, default) is SlackAnswer<SlackPosted>.NoAnswer,
        "chat.postEphemeral" => await office.Api.PostEphemeralAsync(null, "C0EXEC", "U0EVE", new() { ["text"] = "1" }, null, default) is SlackAnswer<SlackNothing>.NoAnswer,
        "views.open" => await office.Api.OpenViewAsync(null, "1.2.3", new() { ["type"] = "modal" }, default) is SlackAnswer<SlackViewShown>.NoAnswer,
        _ => await office.Api.RespondAsync(new Uri(office.Slack.Address, "response/1").ToString(), new() { ["text"] = "1" }, default) is SlackAnswer<SlackNothing>.NoAnswer,
    };
}
