namespace DigestBot.Sources.Zendesk;

/// <summary>
/// What customers wrote when they opened a ticket; incremental export of the Zendesk Ticketing API v2, which tells every change,
/// deletions too, so that nothing has to be read again.
/// </summary>
internal sealed class ZendeskTicketSource(ZendeskOptions options, SourceParts parts)
    : ApiSource(options, ZendeskAccount.Access(options, Pause), parts)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(6); // ten requests a minute are allowed
    private static readonly TimeSpan TooRecent = TimeSpan.FromMinutes(5); // Zendesk refuses a start_time that is only just past

    private readonly TimeProvider _clock = parts.Clock;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } =
        new SourceKind<ZendeskOptions>("Zendesk", "tickets in Zendesk", (options, parts) => new ZendeskTicketSource(options, parts));

    protected override ApiOrder Order => ApiOrder.FromInstant;

    protected override TimeSpan RefreshEvery => TimeSpan.MaxValue;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var from = page is null ? $"start_time={StartTime(since)}" : $"cursor={Uri.EscapeDataString(page)}";
        var address = new Uri(ZendeskAccount.Address(options), $"/api/v2/incremental/tickets/cursor.json?{from}&per_page=250&include=users");
        var tickets = (await Client.GetAsync(address, ZendeskJson.Default.ZendeskTickets, cancellationToken)).Body;
        var people = ById(tickets.Users ?? []);
        var next = tickets.EndOfStream == false ? tickets.AfterCursor : null;
        return Page(tickets.Tickets, ZendeskJson.Default.ZendeskTicket, ticket => Meaning(ticket, people), next);
    }

    private long StartTime(DateTimeOffset since)
    {
        var latest = _clock.GetUtcNow() - TooRecent;
        return (since < latest ? since : latest).ToUnixTimeSeconds();
    }

    private static Dictionary<string, ZendeskUser> ById(IReadOnlyList<ZendeskUser?> users) => users
        .OfType<ZendeskUser>()
        .Where(user => user.Id is not null)
        .DistinctBy(user => user.Id, StringComparer.Ordinal)
        .ToDictionary(user => user.Id!, StringComparer.Ordinal);

    private SaidItem? Meaning(ZendeskTicket ticket, Dictionary<string, ZendeskUser> people)
    {
        if (ticket.Status == "deleted")
            return new() { Id = ticket.Id, IsGone = true, ChangedAt = ChangedAt(ticket) };
        return IsAgents(ticket, people) || string.IsNullOrWhiteSpace(ticket.Description) ? null : new()
        {
            Id = ticket.Id,
            Author = ticket.RequesterId is { } id && people.GetValueOrDefault(id)?.Name is { Length: > 0 } name ? name : ticket.RequesterId,
            Text = Text(ticket),
            At = ItemTime.Iso(ticket.CreatedAt),
            ChangedAt = ChangedAt(ticket),
            Rating = ZendeskAccount.Stars(ticket.SatisfactionRating?.Score),
            Link = ZendeskAccount.Ticket(options, ticket.Id),
        };
    }

    // The description is the submitter's words: of an agent who writes to a customer, they are not the customer's.
    private static bool IsAgents(ZendeskTicket ticket, Dictionary<string, ZendeskUser> people) =>
        ticket.SubmitterId is { } submitter && submitter != ticket.RequesterId && people.GetValueOrDefault(submitter)?.Role is "agent" or "admin";

    private static string Text(ZendeskTicket ticket) =>
        string.IsNullOrWhiteSpace(ticket.Subject) || ticket.Description!.StartsWith(ticket.Subject, StringComparison.Ordinal)
            ? ticket.Description!
            : $"{ticket.Subject}\n{ticket.Description}";

    private static DateTimeOffset? ChangedAt(ZendeskTicket ticket) => ItemTime.Seconds(ticket.GeneratedTimestamp) ?? ItemTime.Iso(ticket.UpdatedAt);
}
