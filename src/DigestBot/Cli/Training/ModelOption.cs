using System.CommandLine;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Sources;

namespace DigestBot.Cli.Training;

/// <summary><c>--model FILE</c>, as often as wanted: models that <c>train</c> has written.</summary>
internal static class ModelOption
{
    /// <summary>The option.</summary>
    public static Option<string[]> Create() => new("--model")
    {
        Description = "Model that train has written; may be given several times, one for each task.",
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads the files.</summary>
    /// <exception cref="CommandException">One is missing or is no model.</exception>
    public static IReadOnlyList<TrainedModel> Read(IEnumerable<string> paths) => [.. paths.Select(Read)];

    private static TrainedModel Read(string path)
    {
        try
        {
            using var file = SourceFiles.Open(path);
            return ModelFile.Read(file);
        }
        catch (ModelFormatException failure)
        {
            throw new CommandException($"{path} cannot be used: {failure.Message}", innerException: failure);
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
    }
}
