using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Manifest;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// The message extension: while somebody writes a message, finds touch points and mentions to put into it. Reads only, so that Teams may
/// ask again as often as it likes.
/// </summary>
internal sealed class MessageExtensionHandler(IServiceScopeFactory scopes, TeamsOptions options, TimeProvider clock) : IInvokeHandler
{
    private const string Unknown = "I do not know you. Only people of the company whose customers these are find something here.";
    private const string Nothing = "Nothing says all these words. Fewer words find more.";
    private const string NoEdition = "No edition is published yet. Search with a word to find what customers said.";
    private const string NoMore = "That is all.";

    private const int LongestWords = 200;
    private const int MostShown = 25;
    private const int FarthestPage = 500;

    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == InvokeNames.Query && invoke.Value.GetValueOrDefault().TextOf("commandId") == TeamsManifest.Search;

    /// <inheritdoc />
    public async Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        var value = invoke.Value.GetValueOrDefault();
        var (words, page) = (Words(value.PartOf("parameters")), value.PartOf("queryOptions"));
        var skip = Number(page.PartOf("skip"), 0, FarthestPage, otherwise: 0);
        await using var scope = scopes.CreateAsyncScope();
        var callers = scope.ServiceProvider.GetRequiredService<TeamsCallers>();
        var from = TeamsFrom.Of(invoke, options, clock.GetUtcNow());
        if (await callers.WhoAsync(from, cancellationToken) is not { By.IsGuest: false } caller)
            return Message(Unknown);
        var found = await scope.ServiceProvider.GetRequiredService<WinsSearch>().FindAsync(
            caller.By, callers.DigestOf(caller), from.AskedAt, words, skip, Number(page.PartOf("count"), 1, MostShown, otherwise: MostShown), cancellationToken);
        return found.Count > 0 ? Result(found.Select(TeamsResult.Of)) : Message(skip > 0 ? NoMore : words.Length == 0 ? NoEdition : Nothing);
    }

    // The first look sends initialRun instead of words.
    private static string Words(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Array)
            return "";
        var typed = parameters.EnumerateArray().FirstOrDefault(parameter => parameter.TextOf("name") == TeamsManifest.SearchWords).TextOf("value");
        return CleanText.Of(typed is { Length: <= LongestWords } ? typed : typed?[..LongestWords] ?? "").Trim();
    }

    private static int Number(JsonElement number, int least, int most, int otherwise) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var given) ? Math.Clamp(given, least, most) : otherwise;

    private static InvokeResponse Result(IEnumerable<JsonObject> attachments) => Answer(new()
    {
        ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = TeamsElements.Array(attachments),
    });

    private static InvokeResponse Message(string words) => Answer(new() { ["type"] = "message", ["text"] = words });

    private static InvokeResponse Answer(JsonObject extension) => new(StatusCodes.Status200OK, new() { ["composeExtension"] = extension });
}
