namespace DigestBot.Tests.Contracts;

public abstract partial class ApiSourceContract
{
    private DateTimeOffset Now => Clock.GetUtcNow();

    [Fact]
    public async Task Reads_no_further_back_on_its_first_run_than_it_is_told()
    {
        await AddAsync(new("older", "old", "Long ago", Now.AddDays(-20)));

        Assert.Null((await RunAsync()).Failure);
        Assert.Null(await KeptAsync("older"));
        Assert.NotNull(await KeptAsync("first"));
    }

    [Fact]
    public async Task Goes_back_further_when_it_is_asked_to()
    {
        await AddAsync(new("older", "old", "Long ago", Now.AddDays(-20)));
        await RunAsync();
        var since = Source.SinceAsync(Now.AddDays(-30), CancellationToken.None);

        Assert.Contains(IdOf("older"), (await since.ToListAsync()).SelectMany(page => page.Mentions).Select(mention => mention.Id.ExternalId));
    }

    [Fact]
    public async Task Keeps_every_mention_once_when_it_is_killed_after_every_single_page()
    {
        for (var i = 0; i < 9; i++)
            await AddAsync(new($"many{i}", "ana", $"Post {i}", Now.AddHours(i - 24)));
        for (var run = 0; run < 12; run++)
        {
            await RunOnePageAsync();
            if (run == 2)
                await AddAsync(new("meanwhile", "ben", "Just now", Now.AddMinutes(-1)));
        }
        var last = await RunAsync();

        Assert.Null(last.Failure);
        Assert.Equal(12, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Mentions);
        Assert.NotNull(await KeptAsync("meanwhile"));
    }

    [Fact]
    public async Task Adds_nothing_twice_and_keeps_reading_from_where_it_was()
    {
        var first = await RunAsync();
        await AddAsync(new("third", "cleo", "One more", Now.AddMinutes(-5)));
        var second = await RunAsync();

        Assert.Equal((2, 1), (first.Added, second.Added));
        Assert.Equal(0, (await RunAsync()).Added);
    }

    [Fact]
    public async Task Begins_the_reading_again_when_the_vendor_does_not_know_its_place_any_more()
    {
        for (var i = 0; i < 5; i++)
            await AddAsync(new($"many{i}", "ana", $"Post {i}", Now.AddHours(i - 24)));
        await RunOnePageAsync();
        var isForgotten = true;
        Vendor.Refuse = request => isForgotten && Vendor.Marks(request) && !(isForgotten = false);

        Assert.Null((await RunAsync()).Failure);
        Assert.Equal(7, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Mentions);
    }

    [Fact]
    public async Task Follows_what_is_edited_within_a_week()
    {
        await RunAsync();
        Vendor.Edit("second", "The dock is mended", Now);
        Clock.Advance(TimeSpan.FromHours(25));

        Assert.Null((await RunAsync()).Failure);
        Assert.Equal("The dock is mended", (await KeptAsync("second"))!.Text);
    }

    [Fact]
    public async Task Follows_how_far_a_mention_goes_within_a_week()
    {
        await RunAsync();
        Vendor.Like("second", 77, Now);
        Clock.Advance(TimeSpan.FromHours(25));
        await RunAsync();

        Assert.Equal(CountsLikes ? 77 : 0, (await KeptAsync("second"))!.Engagement.Likes);
    }

    [Fact]
    public async Task Takes_out_what_is_taken_away_within_a_week_and_nothing_else()
    {
        for (var i = 0; i < 4; i++)
            await AddAsync(new($"stays{i}", "ana", $"Post {i}", Now.AddHours(i - 24)));
        await AddAsync(new("goes", "ben", "Said too much", Now.AddHours(-20)));
        await RunAsync();
        Vendor.Delete("goes");
        Clock.Advance(TimeSpan.FromHours(25));

        Assert.Null((await RunAsync()).Failure);
        Assert.Equal(SeesDeletions, await KeptAsync("goes") is null);
        Assert.All(Enumerable.Range(0, 4), i => Assert.NotNull(KeptAsync($"stays{i}").GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Loses_nothing_when_the_vendors_clock_runs_ahead()
    {
        await AddAsync(new("ahead", "ana", "From the future", Now.AddMinutes(10)));
        await RunAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await AddAsync(new("behind", "ben", "From now", Now.AddMinutes(-1)));
        await RunAsync();

        Assert.NotNull(await KeptAsync("ahead"));
        Assert.NotNull(await KeptAsync("behind"));
    }

    [Fact]
    public async Task Stops_in_the_middle_of_a_request_and_loses_nothing_by_it()
    {
        using var stop = new CancellationTokenSource();
        Vendor.Before = _ => stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(stop: stop.Token));
        Vendor.Before = null;
        Assert.Equal(2, (await RunAsync()).Added);
    }

    [Theory]
    [InlineData(false)] // a link to itself
    [InlineData(true)] // a new link each time, to nothing
    public async Task Ends_where_pages_lead_on_without_an_end(bool isNewEachTime)
    {
        Vendor.EndlessMark = request => isNewEachTime ? $"{100 + request}" : "1";

        Assert.NotNull((await RunAsync()).Failure);
        Assert.InRange(Vendor.Requests, 2, 40);
        Vendor.EndlessMark = null;
        Assert.Null((await RunAsync()).Failure);
    }

    // The program is killed when the first page is stored.
    private async Task RunOnePageAsync()
    {
        var source = Create("vendor");
        using var _ = source as IDisposable;
        var known = await Mentions.SourceStateAsync("vendor", CancellationToken.None);
        await foreach (var page in source.CollectAsync(known?.Cursor, CancellationToken.None))
        {
            var reader = new Testing.PlainReader();
            await Mentions.SaveAsync("vendor", new([.. page.Mentions.Select(mention => new Core.Understanding.ReadMention(mention, reader.Read(mention)))], page.Cursor) { Gone = page.Gone }, CancellationToken.None);
            return;
        }
    }
}
