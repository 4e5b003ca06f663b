using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Testing;

/// <summary>
/// Where Acme Air's people act on a published edition: the real verbs on a real store. What they cause is looked at where it
/// would be noticed: in follow-ups, in the outbox, in the audit.
/// </summary>
internal sealed class Room : IAsyncDisposable
{
    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "fake", "C-exec"), new("finance", "fake", "C-fin")],
        Curators = new("curators", "fake", "C-cur"),
    };

    private readonly TestStore _store;

    private Room(TestStore store, FakeClock clock) => (_store, Clock) = (store, clock);

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public ActionRunner Runner => _store.Services.GetRequiredService<ActionRunner>();

    /// <summary>Monday, 08:00 in Paris: week 46 is published and stands in both channels.</summary>
    public static async Task<Room> OpenAsync(Edition? published = null, IReadOnlyList<Person>? people = null)
    {
        var clock = FakeClock.OnMonday();
        var room = new Room(await TestStore.CreateAsync(services => Register(services, clock, people ?? Cast.All)), clock);
        await room.PublishAsync(published ?? Editions.OrdinaryEdition());
        return room;
    }

    /// <summary>Keeps an edition as published, with its messages standing.</summary>
    public async Task PublishAsync(Edition edition)
    {
        await _store.CommitAsync(services =>
        {
            services.GetRequiredService<IEditionStore>().Save(edition with { State = EditionState.Published, PublishedAt = Clock.GetUtcNow() });
            foreach (var delivery in EditionDeliveries.Of(Digest, edition))
                services.GetRequiredService<IOutbox>().Request(delivery);
        });
        await SendAllAsync();
    }

    /// <summary>Keeps a draft and requests it for the curators.</summary>
    public async Task DraftAsync(Edition draft)
    {
        await _store.CommitAsync(services =>
        {
            services.GetRequiredService<IEditionStore>().Save(draft with { State = EditionState.Draft });
            services.GetRequiredService<IOutbox>().Request(EditionDeliveries.Draft(Digest, draft)!);
        });
        await SendAllAsync();
    }

    /// <summary>Somebody types a command; the first word is the verb.</summary>
    public Task<ActionReply> SaysAsync(Person by, string typed)
    {
        var words = new ActionArguments(typed);
        return Runner.RunAsync(new(by, Through.Command, "weekly", words.TakeWord(), words.Rest), default);
    }

    /// <summary>Somebody reacts to the message of a touch point, or to the edition's first one (0).</summary>
    public Task<ActionReply?> ReactsAsync(Person by, string emoji, int on, InboxItem? item = null) => ReactionAsync(by, emoji, on, isTakenAway: false, item);

    /// <summary>Somebody takes a reaction away.</summary>
    public Task<ActionReply?> TakesAwayAsync(Person by, string emoji, int on) => ReactionAsync(by, emoji, on, isTakenAway: true, null);

    /// <summary>Somebody writes in the thread of a touch point.</summary>
    public async Task<ActionReply?> RepliesAsync(Person by, string text, int on)
    {
        var request = await _store.ReadAsync<MessageRequests, ActionRequest?>(requests => requests.ReplyAsync(by, text, Message(on), default));
        return request is null ? null : await Runner.RunAsync(request, default);
    }

    public Task<FollowUp?> FollowUpAsync(int number) => _store.ReadAsync<IFollowUpStore, FollowUp?>(store => store.FindAsync(number, default));

    public Task<IReadOnlyList<FollowUp>> OpenAsync() => _store.ReadAsync<IFollowUpStore, IReadOnlyList<FollowUp>>(store => store.OpenAsync("weekly", default));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() => _store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(100, default));

    /// <summary>Parts of the edition that wait to be changed in a channel.</summary>
    public async Task<IReadOnlyList<string>> ChangingAsync(string channel) =>
        [.. (await WaitingAsync()).Where(delivery => delivery.Channel == channel).Select(delivery => delivery.Key.Part).Order(StringComparer.Ordinal)];

    /// <summary>What waits to be told to one person.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(Person person) =>
        [.. (await WaitingAsync()).Where(delivery => delivery.Key.Purpose == DeliveryPurpose.Direct && delivery.Key.Audience == person.Id).Select(delivery => delivery.Text!.Text)];

    public Task<IReadOnlyList<Delivery>> WaitingAsync() =>
        _store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 500, default));

    public async Task<TouchPointState> StateOfAsync(int rank) => await _store.ReadAsync<EditionCards, TouchPointState>(async cards =>
        (await cards.FindAsync(new("weekly", Editions.Week), default))!.States.GetValueOrDefault($"tp{rank}", TouchPointState.None));

    /// <summary>Sends everything that waits, as a dispatcher would when changes have settled.</summary>
    public async Task SendAllAsync()
    {
        var deliveries = _store.Services.GetRequiredService<IDeliveries>();
        while (await deliveries.TakeAsync(Clock.GetUtcNow() + MessageUpdates.Settling, TimeSpan.FromMinutes(1), default) is { } taken)
        {
            var posted = taken.Posted ?? new PostedMessage("fake", taken.Channel, $"m{taken.Key.Part}");
            await deliveries.RecordAsync(taken with { State = DeliveryState.Sent, SentVersion = taken.Version, Posted = posted }, default);
        }
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static PostedMessage Message(int part) => new("fake", "C-exec", $"m{part}");

    private async Task<ActionReply?> ReactionAsync(Person by, string emoji, int on, bool isTakenAway, InboxItem? item)
    {
        var request = await _store.ReadAsync<MessageRequests, ActionRequest?>(requests => requests.ReactionAsync(by, emoji, isTakenAway, Message(on), default));
        return request is null ? null : await Runner.RunAsync(request with { Event = item }, default);
    }

    private static void Register(IServiceCollection services, FakeClock clock, IReadOnlyList<Person> people) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(new Digests([Digest]))
        .AddSingleton<IPeople>(new ConfiguredPeople(people))
        .AddSingleton<IMentionReader>(new PlainReader())
        .AddActions();

    /// <summary>Understands nothing but counts everything.</summary>
    private sealed class PlainReader : IMentionReader
    {
        public Insight Read(Mention mention) => new()
        {
            Language = "en",
            Sentiment = Sentiment.Neutral,
            SentimentScore = 0,
            Kind = MentionKind.Other,
            SuggestionScore = 0,
            NamesBrand = true,
        };
    }
}
