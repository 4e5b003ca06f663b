using DigestBot.Benchmarks;
using DigestBot.Benchmarks.Acknowledging;

// dotnet run -c Release --project tests/DigestBot.Benchmarks -- aggregate --mentions N
// DIGESTBOT_NODE_MODULES=FOLDER dotnet run -c Release --project tests/DigestBot.Benchmarks -- slack-ack   (@slack/bolt is in FOLDER)
return args switch
{
    ["aggregate", "--mentions", var count] when int.TryParse(count, System.Globalization.CultureInfo.InvariantCulture, out var mentions) && mentions > 0 => await Aggregate.RunAsync(mentions),
    ["slack-ack"] => await SlackAcks.RunAsync(seconds: 8, rounds: 3, Environment.GetEnvironmentVariable("DIGESTBOT_NODE_MODULES")),
    ["step", .. var step] => await Steps.RunAsync(step),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine("Usage: aggregate --mentions N, or slack-ack");
    return 2;
}
