using DigestBot.Core.Mentions;
using DigestBot.Outgoing;
using DigestBot.Tests.Sources.Example;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Outgoing;

public sealed class TheApiClient : IAsyncLifetime
{
    private static readonly OutgoingOptions Loopback = new() { PrivateHosts = ["127.0.0.1"], PlainHttpHosts = ["127.0.0.1"], RedirectHosts = ["127.0.0.1"] };

    private readonly List<string> _heard = [];
    private StubServer _vendor = null!;
    private StubServer _elsewhere = null!;

    public async Task InitializeAsync()
    {
        _vendor = await StubServer.StartAsync();
        _elsewhere = await StubServer.StartAsync();
        _elsewhere.Answer = context =>
        {
            _heard.Add(context.Request.Headers.Authorization.ToString() + context.Request.Headers["X-Key"]);
            return context.Response.WriteAsync("{}");
        };
    }

    public async Task DisposeAsync()
    {
        await _vendor.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hands_its_credentials_to_no_other_host_than_the_one_it_asked(bool isBearer)
    {
        SendOn();
        using var client = Client(new HurriedClock(), isBearer ? ApiCredentials.Bearer(new("hush")) : ApiCredentials.Header("X-Key", new("hush")));
        await client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None);

        Assert.Equal([""], _heard);
    }

    [Fact]
    public async Task Sends_nothing_a_second_time_to_where_it_is_sent_on()
    {
        SendOn();
        using var client = Client(new HurriedClock());
        var failure = await Assert.ThrowsAsync<SourceException>(() =>
            client.PostFormAsync(_vendor.Address, [new("secret", "hush")], ExampleJson.Default.ExamplePosts, CancellationToken.None));

        Assert.Contains("sends on", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_heard);
    }

    [Fact]
    public async Task Gives_up_on_an_answer_that_never_ends()
    {
        var clock = FakeClock.OnMonday();
        _vendor.Answer = async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using var client = Client(clock);
        var asking = client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None);
        while (!asking.IsCompleted)
        {
            clock.AdvanceToNextTimer();
            await Task.Yield();
        }

        Assert.Contains("did not answer in time", (await Assert.ThrowsAsync<SourceException>(() => asking)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_time_between_two_requests_that_the_account_wants()
    {
        _vendor.Answer = context => context.Response.WriteAsync("{}");
        var clock = new HurriedClock();
        using var client = Client(clock, spacing: TimeSpan.FromSeconds(2));
        for (var i = 0; i < 3; i++)
            await client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], clock.Waits);
    }

    [Fact]
    public async Task Reads_a_date_to_wait_for_by_the_clock_of_the_server()
    {
        _vendor.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.Date = "Mon, 16 Nov 2020 09:00:00 GMT"; // years behind ours
            context.Response.Headers.RetryAfter = "Mon, 16 Nov 2020 10:00:00 GMT";
            return Task.CompletedTask;
        };
        using var client = Client(new HurriedClock());
        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None));

        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Equal(429, ApiFault.Of(failure)!.Status);
    }

    [Fact]
    public async Task Takes_a_refusal_that_means_patience_for_patience()
    {
        _vendor.Answer = context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers.RetryAfter = "600";
            return context.Response.WriteAsync("""{"message":"secondary rate limit"}""");
        };
        using var client = VendorParts.On(new HurriedClock()).Client(new("Vendor") { MeansPatience = fault => fault.Body.Contains("rate limit", StringComparison.Ordinal) });
        var first = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None));
        await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None));

        Assert.Contains("less often", first.Message, StringComparison.Ordinal);
        Assert.Equal(1, _vendor.Requests);
    }

    [Fact]
    public async Task Tells_the_vendors_own_reason_when_the_pause_is_longer_than_a_run_waits()
    {
        _vendor.Answer = context =>
        {
            context.Response.StatusCode = 429;
            (context.Response.Headers["X-RateLimit-Remaining"], context.Response.Headers["X-RateLimit-Reset"]) = ("5", "900");
            return context.Response.WriteAsync("""{"title":"UsageCapExceeded"}""");
        };
        using var client = VendorParts.On(new HurriedClock()).Client(new("Vendor") { Explain = fault => fault.Body.Contains("UsageCap", StringComparison.Ordinal) ? "The month is used up. Look at the plan." : null });
        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(_vendor.Address, ExampleJson.Default.ExamplePosts, CancellationToken.None));

        Assert.Equal("The month is used up. Look at the plan.", failure.Message);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(1, _vendor.Requests);
    }

    [Theory]
    [InlineData("/v1/posts?page=2", "https://api.example.com/v1/posts?page=2")]
    [InlineData("https://api.example.com/v1/more", "https://api.example.com/v1/more")]
    [InlineData("https://api.example.com.evil.example/v1/more", null)]
    [InlineData("//evil.example/more", null)]
    [InlineData("http://api.example.com/v1/more", null)]
    [InlineData("https://api.example.com:8443/v1/more", null)]
    [InlineData("javascript:alert(1)", null)]
    public void Follows_links_within_the_host_only(string link, string? expected)
    {
        using var client = Client(new HurriedClock());
        if (expected is null)
            Assert.Throws<SourceException>(() => client.Follow(new("https://api.example.com/v1/posts"), link));
        else
            Assert.Equal(expected, client.Follow(new("https://api.example.com/v1/posts"), link).ToString());
    }

    private void SendOn() => _vendor.Answer = context =>
    {
        context.Response.StatusCode = 307;
        context.Response.Headers.Location = _elsewhere.Address.ToString();
        return Task.CompletedTask;
    };

    private static ApiClient Client(TimeProvider clock, IApiCredentials? credentials = null, TimeSpan spacing = default) =>
        VendorParts.On(clock, Loopback).Client(new("Vendor") { Credentials = credentials, Spacing = spacing });
}
