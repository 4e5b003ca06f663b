using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sources.Webhook;
using DigestBot.Tests.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Sources.Webhook;

/// <summary>What was acknowledged and waits is there for collecting, too.</summary>
public sealed class TheWebhookSource : MentionSourceContract
{
    private WebhookFront _front = null!;

    internal override IMentionSource Source => (WebhookSource)_front.Source;

    public override async Task InitializeAsync()
    {
        _front = await WebhookFront.StartAsync();
        await _front.PostAsync("""{"id":"first","text":"Lovely bikes","author":"@ana","createdAt":"2026-11-16T09:00:00Z"}""");
        await _front.PostAsync("""[{"id":"second","text":"The dock is broken","createdAt":"2026-11-16T10:00:00Z"},{"id":3,"text":"Mended","createdAt":"2026-11-16T11:00:00Z"}]""");
    }

    public override async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Stores_what_waits_when_it_is_collected_and_the_worker_changes_nothing_after_it()
    {
        var report = await _front.Services.GetRequiredService<MentionCollector>().CollectAsync(Source, null, CancellationToken.None);
        await _front.WorkAsync();

        Assert.Equal((3, null), (report.Run.Added, report.Run.Failure));
        Assert.Equal(3, await _front.CountAsync());
        Assert.Empty(await _front.WaitingAsync());
    }

    [Theory]
    [MemberData(nameof(OutsideSourceContract.Hostile), MemberType = typeof(OutsideSourceContract))]
    public async Task Takes_what_customers_write_as_text_whatever_it_looks_like(string text)
    {
        await _front.PostAsync(JsonSerializer.Serialize(new { id = "hostile", author = "mallory", text, createdAt = "2026-11-16T12:00:00Z" }));
        await _front.WorkAsync();

        Assert.Equal(text, (await _front.KeptAsync("hostile"))!.Text);
        Assert.Equal(4, await _front.CountAsync());
    }
}
