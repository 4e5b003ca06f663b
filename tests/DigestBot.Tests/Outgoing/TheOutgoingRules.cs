using System.Net;
using DigestBot.Outgoing;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Outgoing;

public sealed class TheOutgoingRules : IAsyncLifetime
{
    private StubServer _server = null!;

    public async Task InitializeAsync() => _server = await StubServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    public void Know_every_address_that_is_not_of_the_open_internet(string address) => Assert.True(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::101:101")]
    [InlineData("2002:101:101::")]
    public void Let_the_open_internet_be_called(string address) => Assert.False(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://news.example.com/feed", "Outgoing:PlainHttpHosts")]
    [InlineData("ftp://news.example.com/feed", "Use https")]
    [InlineData("file:///etc/passwd", "Use https")]
    public async Task Allow_https_only(string address, string nextStep) =>
        Assert.Contains(nextStep, await RefusalAsync(new(), new(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")] // a name that resolves to this machine, as in DNS rebinding
    public async Task Check_what_a_name_resolves_to_where_the_connection_is_made(string host)
    {
        var address = new UriBuilder(_server.Address) { Host = host }.Uri;

        Assert.Contains("Outgoing:PrivateHosts", await RefusalAsync(new() { PlainHttpHosts = [host] }, address), StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task Follow_no_redirect_that_was_not_allowed()
    {
        RedirectTo("https://elsewhere.example.com/");

        Assert.Contains("Outgoing:RedirectHosts", await RefusalAsync(Loopback(), _server.Address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://elsewhere.example.com/", "Outgoing:PlainHttpHosts")]
    [InlineData("http://localhost:1/", "Outgoing:PlainHttpHosts")]
    [InlineData("https://[::1]:1/", "Outgoing:PrivateHosts")]
    [InlineData("file:///etc/passwd", "Use https")]
    public async Task Hold_for_where_a_redirect_leads_to(string target, string nextStep)
    {
        RedirectTo(target);

        Assert.Contains(nextStep, await RefusalAsync(Loopback(redirects: true), _server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_an_allowed_redirect_and_end_a_circle()
    {
        RedirectTo("/again");

        Assert.Contains("more than 5 times", await RefusalAsync(Loopback(redirects: true), _server.Address), StringComparison.Ordinal);
        Assert.Equal(6, _server.Requests);
    }

    private void RedirectTo(string target) => _server.Answer = context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    };

    private static OutgoingOptions Loopback(bool redirects = false) =>
        new() { PrivateHosts = ["127.0.0.1"], PlainHttpHosts = ["127.0.0.1"], RedirectHosts = redirects ? ["127.0.0.1"] : [] };

    private static async Task<string> RefusalAsync(OutgoingOptions options, Uri address)
    {
        var outgoing = new OutgoingHttp(Options.Create(options));
        using var client = outgoing.CreateClient();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => outgoing.GetAsync(client, address, _ => { }, CancellationToken.None));
        return (error as OutgoingRefusedException ?? Assert.IsType<OutgoingRefusedException>(error.InnerException)).Message;
    }
}
