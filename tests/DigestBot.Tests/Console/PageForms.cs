using System.Xml;
using System.Xml.Linq;

namespace DigestBot.Tests.Console;

/// <summary>A form as it stands on a page: filled in and sent as a browser does.</summary>
internal sealed record PageForm(string Action, string Point, string Button, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Every form of a page.</summary>
    public static IReadOnlyList<PageForm> On(string page) => [.. Parsed(page).Descendants("form").Select(Of)];

    /// <summary>The one with this button below this touch point.</summary>
    public static PageForm On(string page, string point, string button) => On(page).Single(form => form.Point == point && form.Button == button);

    /// <summary>The main part of a page as XML: it is well-formed, or this throws.</summary>
    public static XElement Parsed(string page)
    {
        var body = page[page.IndexOf("<main>", StringComparison.Ordinal)..page.IndexOf("</body>", StringComparison.Ordinal)];
        using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return new XElement("body", XElement.Load(reader));
    }

    /// <summary>What is sent, with these fields filled in.</summary>
    public FormUrlEncodedContent With(params (string Name, string Value)[] filled)
    {
        var fields = Fields.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in filled)
            fields[name] = value;
        return new(fields);
    }

    private static PageForm Of(XElement form)
    {
        var inputs = form.Descendants("input").Select(input => (Name: input.Attribute("name")!.Value, Value: input.Attribute("value")?.Value ?? ""));
        var lists = form.Descendants("select").Select(list => (Name: list.Attribute("name")!.Value, Value: Chosen(list).Attribute("value")!.Value));
        var fields = inputs.Concat(lists).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return new(form.Attribute("action")!.Value, fields.GetValueOrDefault("point", ""), form.Descendants("button").Single().Value, fields);
    }

    private static XElement Chosen(XElement list) =>
        list.Elements("option").FirstOrDefault(option => option.Attribute("selected") is not null) ?? list.Elements("option").First();
}
