using System.Text.Json.Nodes;

namespace DigestBot.Sources.Intercom;

/// <summary>What <c>POST /conversations/search</c> is asked.</summary>
internal static class IntercomSearch
{
    private const int MostOnPage = 150;

    /// <summary>Conversations that customers began and that changed since an instant, by when they changed.</summary>
    /// <param name="since">From then on. Equal is asked for too, as Intercom compares some dates by the day.</param>
    /// <param name="page">Mark of the page; null for the first one.</param>
    public static JsonObject Changed(DateTimeOffset since, string? page)
    {
        var instant = since.ToUnixTimeSeconds();
        var changed = Group("OR", Filter("updated_at", ">", instant), Filter("updated_at", "=", instant));
        var search = Body(Group("AND", Filter("source.delivered_as", "=", "customer_initiated"), changed), page);
        search["sort"] = new JsonObject { ["field"] = "updated_at", ["order"] = "ascending" };
        return search;
    }

    /// <summary>Conversations by id.</summary>
    public static JsonObject Known(IReadOnlyList<string> ids) => Body(Filter("id", "IN", new JsonArray([.. ids.Select(id => JsonValue.Create(id))])), page: null);

    private static JsonObject Body(JsonObject query, string? page)
    {
        var paging = new JsonObject { ["per_page"] = MostOnPage };
        if (page is not null)
            paging["starting_after"] = page;
        return new() { ["query"] = query, ["pagination"] = paging };
    }

    private static JsonObject Group(string how, params JsonNode[] filters) => new() { ["operator"] = how, ["value"] = new JsonArray(filters) };

    private static JsonObject Filter(string field, string how, JsonNode value) => new() { ["field"] = field, ["operator"] = how, ["value"] = value };
}
