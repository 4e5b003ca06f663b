using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Settings;
using DigestBot.Tests.Platforms.Slack.Dialogs;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Setup;

/// <summary>Four answers in Slack, and the bot is at work: no settings file, no restart by hand.</summary>
public sealed class SettingUpInChat
{
    private static readonly (string, string?)[] Answers =
    [
        ("brand", "Acme Air"), ("aliases", "AcmeAir, Acme Airlines"), ("competitors", "Globex Air"), ("channel", "C0EXEC"),
        ("executives", "U0ANA U0BEN"), ("day", "Tuesday"), ("time", "09:30"), ("zone", "Europe/Paris"), ("curators", "C0CURATE"),
    ];

    [Fact]
    public async Task Asks_whom_to_listen_for_where_to_who_and_when()
    {
        await using var desk = await SetupDesk.OpenAsync();
        var form = await OpenFormAsync(desk);
        Assert.Equal("Set up DigestBot", form.Title);
        Snapshot.Matches("slack-setup.json", form.View["blocks"]!.ToJsonString(new(System.Text.Json.JsonSerializerOptions.Default) { WriteIndented = true }));
    }

    [Fact]
    public async Task Makes_settings_of_the_answers_and_has_the_program_begin_anew_with_them()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await OpenFormAsync(desk);
        Assert.Empty(await desk.SubmitsAsync(FrontDesk.Cleo, Answers));
        Assert.True(desk.BeginsAnew);
        var settings = desk.NextStart();
        Assert.Empty(SettingsCheck.Faults(settings));
        var company = CompanySettings.Read(settings);
        Assert.Equal((false, "Acme Air"), (company.IsSample, company.Rules.Brand.Name));
        Assert.Equal(["AcmeAir", "Acme Airlines"], company.Rules.Brand.Aliases);
        var digest = Assert.Single(company.Digests);
        Assert.Equal((DayOfWeek.Tuesday, new TimeOnly(9, 30), "Europe/Paris"), (digest.PublishAt.Day, digest.PublishAt.Time, digest.Zone.Id));
        Assert.Equal(("slack", "C0EXEC", "C0CURATE"), (digest.Audiences.Single().Platform, digest.Audiences.Single().Channel, digest.Curators?.Channel));
    }

    [Fact]
    public async Task Gives_the_executives_their_role_and_makes_who_set_it_up_admin_and_curator()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, Answers);
        Assert.Equal(["slack:U0ANA", "slack:U0BEN"], await desk.WithRoleAsync(Roles.Executive));
        Assert.Equal(["slack:U0CLEO"], await desk.WithRoleAsync(Roles.Admin | Roles.Curator));
    }

    [Fact]
    public async Task Takes_the_role_from_who_is_no_executive_any_more()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, Answers);
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, [.. Answers, ("executives", "U0BEN U0CLEO")]);
        Assert.Equal(["slack:U0BEN", "slack:U0CLEO"], await desk.WithRoleAsync(Roles.Executive));
    }

    [Fact]
    public async Task Says_what_remains_and_offers_a_rehearsal()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, [.. Answers, ("channel", "C0RANDOM")]);
        var word = Assert.Single(await desk.SaidAsync());
        Assert.Equal("U0CLEO", word.Channel);
        Assert.Equal(
            """
            All set. I listen for Acme Air, and the digest goes to #random every Tuesday at 09:30 (Europe/Paris).
            What remains:
            1. Invite me to #random: type /invite @DigestBot there. I cannot see reactions before that.
            2. Connect a source, so that there is something to tell: section Sources of appsettings.json, then start me again.
            A rehearsal shows the edition to you alone.
            """.ReplaceLineEndings("\n"),
            word.Text!.Text);
        Assert.Equal(new CardAction("rehearse", "Rehearse now", "example", IsPrimary: true), Assert.Single(word.Text.Actions));
    }

    [Fact]
    public async Task Has_nothing_left_to_do_where_the_bot_is_in_the_channel_and_a_source_is_connected()
    {
        await using var desk = await SetupDesk.OpenAsync("--Sources:0:Name=news", "--Sources:0:Kind=Rss", "--Sources:0:Address=https://news.example.com/feed");
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, Answers);
        Assert.DoesNotContain("What remains", Assert.Single(await desk.SaidAsync()).Text!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_begin_anew_for_the_same_answers_again()
    {
        await using (var first = await SetupDesk.OpenAsync())
        {
            await OpenFormAsync(first);
            await first.SubmitsAsync(FrontDesk.Cleo, Answers);
            Assert.True(first.BeginsAnew);
            var written = File.GetLastWriteTimeUtc(first.File);
            await OpenFormAsync(first);
            await first.SubmitsAsync(FrontDesk.Cleo, Answers);
            Assert.Equal(written, File.GetLastWriteTimeUtc(first.File));
            Assert.Single(await first.SaidAsync());
        }
    }

    [Theory]
    [InlineData("zone", "Europe/Pari", "I do not know this time zone. Did you mean Europe/Paris?")]
    [InlineData("zone", null, "Please name a time zone, for example Europe/Paris.")]
    [InlineData("brand", "A", "Too short: at least 2 characters, please.")]
    [InlineData("brand", null, "Please write something.")]
    [InlineData("aliases", "AcmeAir, x", "\"x\" must have 2 to 80 characters. Put commas between names.")]
    [InlineData("channel", null, "Please choose a channel.")]
    [InlineData("time", null, "Please choose a time.")]
    public async Task Shows_at_the_field_what_is_wrong_with_it(string block, string? value, string words)
    {
        await using var desk = await SetupDesk.OpenAsync();
        await OpenFormAsync(desk);
        var errors = await desk.SubmitsAsync(FrontDesk.Cleo, [.. Answers, (block, value)]);
        Assert.Equal(words, Assert.Single(errors).Value);
        Assert.Equal(block, errors.Single().Key);
        Assert.False(File.Exists(desk.File));
    }

    [Fact]
    public async Task Tells_a_fault_that_only_shows_with_the_other_settings_and_changes_nothing()
    {
        await using var desk = await SetupDesk.OpenAsync("--Digests:1:Name=weekly");
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, Answers);
        Assert.Equal(
            "This cannot be settled, and nothing has changed:\n- Digests: two are named 'weekly'; give each a Name of its own.",
            Assert.Single(await desk.SaidAsync()).Text!.Text);
        Assert.False(File.Exists(desk.File));
        Assert.False(desk.BeginsAnew);
    }

    [Fact]
    public async Task Does_not_ask_for_a_brand_that_the_settings_name()
    {
        await using var desk = await SetupDesk.OpenAsync("--Brand:Name=Acme Air");
        var form = await OpenFormAsync(desk);
        Assert.DoesNotContain("brand", ModalForm.Inputs(form));
        Assert.Empty(await desk.SubmitsAsync(FrontDesk.Cleo, [.. Answers.Where(answer => answer.Item1 is not ("brand" or "aliases" or "competitors"))]));
        Assert.DoesNotContain("Brand", await File.ReadAllTextAsync(desk.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_out_the_settings_where_several_processes_share_them()
    {
        await using var desk = await SetupDesk.OpenAsync("--Storage:Provider=PostgreSQL", "--Storage:ConnectionString=Host=db;Database=digestbot");
        await OpenFormAsync(desk);
        await desk.SubmitsAsync(FrontDesk.Cleo, Answers);
        var words = Assert.Single(await desk.SaidAsync()).Text!.Text;
        Assert.Contains("Put this into appsettings.json", words, StringComparison.Ordinal);
        Assert.Contains("\"Channel\": \"C0EXEC\"", words, StringComparison.Ordinal);
        Assert.False(desk.BeginsAnew);
    }

    [Fact]
    public async Task Is_refused_kindly_to_who_may_not_and_a_forged_submission_does_nothing_but_leave_a_line()
    {
        await using var desk = await SetupDesk.OpenAsync();
        var words = await desk.Desk.PressesAsync(FrontDesk.Max, "setup");
        Assert.StartsWith("Only an admin can set me up.", words!.Reads, StringComparison.Ordinal);
        await desk.Desk.PressesAsync(FrontDesk.Cleo, "setup");
        var payload = FrontDesk.Json(desk.Desk.Person(FrontDesk.Cleo).Submits([.. ModalForm.Of(desk.Desk.Modal(FrontDesk.Cleo)!, Answers)]).Body);
        var forged = Assert.IsType<InboxWork.Effect>(await desk.Desk.Dialogs.SubmittedAsync(payload, FrontDesk.Max, default));
        await desk.Desk.Store.CommitAsync(services => forged.StageAsync(services, default).GetAwaiter().GetResult());
        Assert.False(File.Exists(desk.File));
        Assert.Empty(await desk.WithRoleAsync(Roles.Admin));
        var line = Assert.Single(await desk.Desk.Store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(10, default)));
        Assert.Equal(("slack:U0MAX", "setup", "NotAllowed"), (line.By, line.Verb, line.Result));
    }

    [Fact]
    public async Task Is_for_the_admins_of_the_workspace_as_long_as_the_bot_has_none_of_its_own()
    {
        await using var desk = await SetupDesk.OpenAsync();
        desk.Desk.Slack.Workspace.ChangeUser("U0MAX", user => user with { IsAdmin = true });
        Assert.True(await desk.Rights.MayAsync(new ConfiguredPeople([FrontDesk.Ana]), FrontDesk.Max, default));
        var root = new Person("slack:U0ROOT", "Root", "UTC", Roles.Admin);
        Assert.False(await desk.Rights.MayAsync(new ConfiguredPeople([root]), FrontDesk.Max, default));
        Assert.True(await desk.Rights.MayAsync(new ConfiguredPeople([root]), root, default));
        var elsewhere = new Person("slack:T02/U0ROOT", "Rory", "UTC", Roles.Admin);
        Assert.True(await desk.Rights.MayAsync(new ConfiguredPeople([elsewhere]), FrontDesk.Max, default));
    }

    private static async Task<DigestBot.Tests.Testing.Slack.FakeView> OpenFormAsync(SetupDesk desk) => (await desk.Desk.PressesAsync(FrontDesk.Cleo, "setup"))!;
}
