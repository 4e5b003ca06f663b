using System.Collections.Frozen;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>Names of invokes, as Teams sends them.</summary>
internal static class InvokeNames
{
    /// <summary>Action.Execute was pressed, or a card asks for the viewer's own.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>A dialog is to be opened.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog was sent off.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>What every invoke of a message extension begins with.</summary>
    public const string Extension = "composeExtension/";

    /// <summary>The message extension is searched.</summary>
    public const string Query = Extension + "query";

    /// <summary>The message extension's dialog is to be opened.</summary>
    public const string FetchTask = Extension + "fetchTask";

    /// <summary>The message extension's dialog was sent off.</summary>
    public const string SubmitAction = Extension + "submitAction";

    private static readonly FrozenSet<string> All =
        FrozenSet.Create(StringComparer.Ordinal, CardAction, TaskFetch, TaskSubmit, Query, FetchTask, SubmitAction);

    /// <summary>The name, as far as it is one of these: what a log may show.</summary>
    public static string Known(string? name) => name is not null && All.Contains(name) ? name : "of another name";
}
