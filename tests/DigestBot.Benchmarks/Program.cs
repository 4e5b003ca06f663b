using DigestBot.Benchmarks;

// dotnet run -c Release --project tests/DigestBot.Benchmarks -- aggregate --mentions N
return args switch
{
    ["aggregate", "--mentions", var count] when int.TryParse(count, System.Globalization.CultureInfo.InvariantCulture, out var mentions) && mentions > 0 => await Aggregate.RunAsync(mentions),
    ["step", .. var step] => await Steps.RunAsync(step),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine("Usage: aggregate --mentions N");
    return 2;
}
