namespace DigestBot.Tests.Guards;

/// <summary>Small files: a long one hides a second idea.</summary>
public sealed class TheSizes
{
    [Fact]
    public void Keep_every_file_at_350_lines_or_less()
    {
        var tooLong = Repository.SourceFiles()
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(found => found.lines > 350)
            .Select(found => $"{Path.GetRelativePath(Repository.Root, found.file)}: {found.lines} lines");
        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData(50, "src", "DigestBot", "Program.cs")]
    [InlineData(80, "src", "DigestBot.Core", "EditionRun.cs")]
    public void Keep_the_two_stories_everybody_reads_first_short(int most, params string[] path) =>
        Assert.InRange(File.ReadLines(Repository.Path(path)).Count(), 1, most);
}
