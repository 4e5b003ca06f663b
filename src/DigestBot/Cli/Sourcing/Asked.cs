namespace DigestBot.Cli.Sourcing;

/// <summary>Asks whoever sits at the terminal; where nobody does, what is missing is a fault.</summary>
/// <param name="input">Where answers are typed.</param>
/// <param name="output">Where questions are shown: standard error, as standard output is data.</param>
/// <param name="canAsk">Somebody is there.</param>
internal sealed class Asked(TextReader input, TextWriter output, bool canAsk)
{
    private const int WrongArguments = 2;

    /// <summary>What was given, or the answer to a question; an empty answer only where one may be.</summary>
    /// <param name="what">What is asked for; also the key that would have given it.</param>
    /// <param name="given">As typed on the command line, or null.</param>
    /// <param name="examples">What answers look like.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="isNeeded">An empty answer is asked again.</param>
    /// <exception cref="CommandException">Nobody can be asked, or the input has ended.</exception>
    public async Task<string> ForAsync(string what, string? given, IEnumerable<string> examples, CancellationToken stop, bool isNeeded = true)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return given;
        if (!canAsk)
            return isNeeded ? throw new CommandException($"{what} is missing. Give it: --kind, --name or --set key=value.", WrongArguments) : "";
        while (true)
        {
            foreach (var example in examples.Where(example => example.Length > 0))
                await output.WriteLineAsync($"  for example {example}");
            await output.WriteAsync($"{what}: ");
            var answer = await input.ReadLineAsync(stop) ?? throw new CommandException($"{what} is missing: the input has ended.", WrongArguments);
            if (answer.Trim().Length > 0 || !isNeeded)
                return answer.Trim();
        }
    }
}
