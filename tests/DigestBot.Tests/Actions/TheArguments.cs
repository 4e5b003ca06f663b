using DigestBot.Core.Actions;

namespace DigestBot.Tests.Actions;

/// <summary>What was typed after a verb.</summary>
public sealed class TheArguments
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("\"Refunds late again\"", "Refunds late again")]
    [InlineData("“Refunds late again”", "Refunds late again")]
    [InlineData("“Late” and “lost”", "“Late” and “lost”")]
    [InlineData("he said \"no\"", "he said \"no\"")]
    [InlineData("\"", "\"")]
    [InlineData("\"\"", null)]
    [InlineData("  ", null)]
    public void Lose_the_quotation_marks_around_the_whole_of_them_only(string typed, string? rest) =>
        Assert.Equal(rest, new ActionArguments(typed).TakeRest());

    [Theory]
    [InlineData("Great crew\nnote: from my team", "from my team", "Great crew")]
    [InlineData("Great crew\nNote:", null, "Great crew")]
    [InlineData("One\nnote: two\nthree", null, "One\nnote: two\nthree")]
    [InlineData("please note: it rained", null, "please note: it rained")]
    [InlineData("note: it rained", null, "note: it rained")]
    [InlineData("", null, "")]
    public void Give_their_last_line_when_it_begins_with_the_mark(string typed, string? line, string rest)
    {
        var arguments = new ActionArguments(typed);
        Assert.Equal(line, arguments.TakeLastLine("note:"));
        Assert.Equal(rest, arguments.Rest);
    }

    [Theory]
    [InlineData("bookings up by friday note: ask legal by monday", "bookings up", "2026-11-27", "ask legal by monday")]
    [InlineData("by friday note: x", null, "2026-11-27", "x")]
    [InlineData("note: by yesterday it was late", null, null, "by yesterday it was late")]
    [InlineData("NOTE: a note: b", null, null, "a note: b")]
    [InlineData("bookings up note:", "bookings up", null, null)]
    [InlineData("footnote: bookings up", "footnote: bookings up", null, null)]
    [InlineData("bookings up by friday", "bookings up", "2026-11-27", null)]
    public void Say_what_when_and_a_note_in_which_no_date_is_looked_for(string typed, string? words, string? due, string? note)
    {
        var taking = TakingWords.Read(typed, Today);
        Assert.Null(taking.Fault);
        Assert.Equal((words, due, note), (taking.Words, taking.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), taking.Note));
    }
}
