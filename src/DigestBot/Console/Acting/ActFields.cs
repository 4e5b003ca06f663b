using DigestBot.Core.Actions;

namespace DigestBot.Console.Acting;

/// <summary>What a form asks for before its verb is done; nothing for a verb of one press.</summary>
internal static class ActFields
{
    /// <summary>The fields of a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="viewer">Who acts, and whom a follow-up can be given to.</param>
    /// <param name="audiences">Where a touch point can be shared to.</param>
    public static IEnumerable<Html> Of(string verb, Viewer viewer, IReadOnlyList<string> audiences) => verb switch
    {
        "pick" => [Words("What should change", "bookings completed up"), Who("Who sees to it", viewer, viewer.By), Due()],
        "assign" => [Who("Who", viewer, null), Due(), Words("Note", "what you expect")],
        "done" => [Words("What came of it", "shipped in 4.2")],
        "decline" => [Words("Because", "why not", isRequired: true)],
        "snooze" => [Due()],
        "not-useful" => [Words("Because", "old news")],
        "handover" => [Who("To whom", viewer, null)],
        "share" => [Select("Where to", "to", audiences.Select(name => Choice(name, name, isChosen: false)))],
        _ => [],
    };

    /// <summary>One entry of a list to choose from.</summary>
    public static Html Choice(string value, string words, bool isChosen) => Html.Of($"""
        <option value="{value}"{(isChosen ? new Html(" selected=\"selected\"") : Html.Empty)}>{words}</option>
        """);

    private static Html Who(string label, Viewer viewer, Person? chosen)
    {
        var nobody = chosen is null ? Choice("", "choose", isChosen: true) : Html.Empty;
        return Select(label, "who", viewer.People.Select(person => Choice(person.Id, person == viewer.By ? $"{person.Name} (you)" : person.Name, person == chosen)).Prepend(nobody));
    }

    private static Html Select(string label, string name, IEnumerable<Html> choices) => Html.Of($"""
        <label>{label} <select name="{name}" required="required">{choices}</select></label>
        """);

    private static Html Due() => Html.Of($"""
        <label>By when <input name="due" maxlength="40" autocomplete="off" placeholder="friday, in 2 weeks, 1 dec" /></label>
        """);

    private static Html Words(string label, string example, bool isRequired = false) => Html.Of($"""
        <label>{label} <input name="words" maxlength="300" autocomplete="off" placeholder="{example}"{(isRequired ? new Html(" required=\"required\"") : Html.Empty)} /></label>
        """);
}
