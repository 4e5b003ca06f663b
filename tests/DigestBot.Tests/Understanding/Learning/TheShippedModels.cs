using DigestBot.Cli.Training;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Tests.Guards;

namespace DigestBot.Tests.Understanding.Learning;

public sealed class TheShippedModels
{
    private static readonly string Folder = Repository.Path("src", "DigestBot.Core", "Understanding");

    [Fact]
    public async Task Are_made_of_the_corpus_byte_for_byte()
    {
        var copy = Directory.CreateTempSubdirectory("models");
        try
        {
            var place = copy.CreateSubdirectory(Path.Combine("src", "DigestBot.Core", "Understanding"));
            place.CreateSubdirectory("Corpus");
            foreach (var file in Directory.GetFiles(Path.Combine(Folder, "Corpus"), "*.ndjson"))
                File.Copy(file, Path.Combine(place.FullName, "Corpus", Path.GetFileName(file)));
            await ShippedBuild.RunAsync(place.FullName, TextWriter.Null, TextWriter.Null, CancellationToken.None);
            foreach (var shipped in Directory.GetFiles(Path.Combine(Folder, "Models"), "*.model"))
                Assert.True(AreSame(shipped, Path.Combine(place.FullName, "Models", Path.GetFileName(shipped))), $"{shipped}: run digestbot train and commit what it writes");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static bool AreSame(string one, string other) => File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    [Fact]
    public void Are_small_and_all_there()
    {
        var files = Directory.GetFiles(Path.Combine(Folder, "Models"), "*.model");
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, 20_000_000);
        Assert.Equal(
            Enum.GetValues<ReadingTask>().Where(task => ShippedTrust.LeadOf(task) is not null),
            ShippedModels.BuiltIn.Select(model => model.Task).Order());
    }

    [Fact]
    public void Are_each_better_than_the_rules_on_texts_held_back() =>
        Assert.All(ShippedModels.BuiltIn, model => Assert.True(model.Figures.IsBetter, $"{model.Task}: {model.Figures}"));
}
