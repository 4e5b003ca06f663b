using System.CommandLine;

namespace DigestBot.Cli;

/// <summary><c>--text title,body</c>: which fields of a feed's items make the text.</summary>
internal static class TextOption
{
    /// <summary>The option; <c>text</c> unless told otherwise.</summary>
    public static Option<string> Create()
    {
        var text = new Option<string>("--text")
        {
            Description = "Fields that make the text, joined by a line break: --text title,body",
            DefaultValueFactory = _ => "text",
        };
        text.Validators.Add(typed =>
        {
            if (Fields(typed.GetValueOrDefault<string>()).Length == 0)
                typed.AddError("--text needs the name of a field, for example --text title,body.");
        });
        return text;
    }

    /// <summary>The fields named; empty when none is.</summary>
    public static string[] Fields(string? typed) =>
        (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
