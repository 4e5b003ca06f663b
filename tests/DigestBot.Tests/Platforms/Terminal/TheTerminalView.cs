using System.Globalization;
using System.Text;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Terminal;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Terminal;

public sealed class TheTerminalView
{
    [Theory]
    [InlineData("ordinary", 100)]
    [InlineData("ordinary", 80)]
    [InlineData("empty", 100)]
    [InlineData("worst", 100)]
    [InlineData("sample", 100)]
    [InlineData("corrected", 100)]
    public void Looks_like_its_snapshot(string edition, int width) =>
        Snapshot.Matches($"terminal-{edition}-{width}.txt", TerminalView.PlainText(Cards.Named(edition), width));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Shows_one_touch_point_with_its_quote(int rank) =>
        Snapshot.Matches($"terminal-touch-point-{rank}.txt", Written(console => TerminalView.WriteTouchPoint(console, Editions.Ordinary(), rank)));

    [Fact]
    public void Shows_a_runner_up_by_its_number() =>
        Assert.Contains("Chat answers in the wrong language", Written(console => TerminalView.WriteTouchPoint(console, Editions.Ordinary(), 11)), StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_number_that_no_touch_point_has() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(console => TerminalView.WriteTouchPoint(console, Editions.Ordinary(), 99)));

    [Fact]
    public void Writes_everything_with_its_quotes_where_there_is_no_thread_to_open()
    {
        var text = Written(console => TerminalView.WriteInFull(console, Editions.Ordinary()));
        Assert.All(Editions.OrdinaryEdition().TouchPoints, point => Assert.Contains(point.Quote.Text[..20], text, StringComparison.Ordinal));
    }

    [Fact]
    public void Uses_no_escape_sequence_when_plain() =>
        Assert.DoesNotContain('\u001b', TerminalView.PlainText(Editions.Ordinary()));

    [Fact]
    public void Uses_colours_on_a_terminal() =>
        Assert.Contains("\u001b[", Written(console => TerminalView.WriteEdition(console, Editions.Ordinary()), isPlain: false), StringComparison.Ordinal);

    [Fact]
    public void Obeys_no_escape_sequence_of_a_customer()
    {
        var text = Written(console => TerminalView.WriteInFull(console, WorstEdition.Card()));
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
        Assert.Contains("[red]markup[/]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Never_runs_over_the_edge(int width) =>
        Assert.All(TerminalView.PlainText(Editions.Ordinary(), width).Split('\n'), line => Assert.True(line.Length <= width, line));

    [Fact]
    public void Lets_no_control_or_direction_character_through_whatever_the_text() =>
        Prop.ForAll<string?>(text => TerminalText.Safe(text ?? "").EnumerateRunes().All(rune =>
            Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Leaves_ordinary_text_alone() => Assert.Equal("Grüße [b] 日本 👍", TerminalText.Safe("Grüße [b] 日本 👍"));

    private static string Written(Action<Spectre.Console.IAnsiConsole> write, bool isPlain = true)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(TerminalConsole.For(writer, isPlain, 100));
        return writer.ToString();
    }
}
