using System.Globalization;
using DigestBot.Benchmarks.Acknowledging;

namespace DigestBot.Benchmarks;

// Not named Program: that is the measured one.
//   dotnet run -c Release --project tests/DigestBot.Benchmarks -- aggregate --mentions N
//   dotnet run -c Release --project tests/DigestBot.Benchmarks -- fan-out --workspaces N
//   DIGESTBOT_NODE_MODULES=FOLDER dotnet run -c Release --project tests/DigestBot.Benchmarks -- reading     (vader-sentiment may be in FOLDER)
//   DIGESTBOT_NODE_MODULES=FOLDER dotnet run -c Release --project tests/DigestBot.Benchmarks -- slack-ack   (@slack/bolt is in FOLDER)
//   DIGESTBOT_NODE_MODULES=FOLDER dotnet run -c Release --project tests/DigestBot.Benchmarks -- teams-ack   (botbuilder is in FOLDER)
internal static class Benchmark
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["aggregate", "--mentions", var count] when Number(count) is > 0 and var mentions => await Aggregate.RunAsync(mentions),
        ["fan-out", "--workspaces", var count] when Number(count) is > 0 and var workspaces => await FanOut.RunAsync(workspaces),
        ["slack-ack"] => await SlackAcks.RunAsync(seconds: 8, rounds: 3, Environment.GetEnvironmentVariable("DIGESTBOT_NODE_MODULES")),
        ["teams-ack"] => await TeamsAcks.RunAsync(seconds: 8, rounds: 3, Environment.GetEnvironmentVariable("DIGESTBOT_NODE_MODULES")),
        ["reading"] => await ReadingSpeed.RunAsync(Environment.GetEnvironmentVariable("DIGESTBOT_NODE_MODULES")),
        ["step", .. var step] => await Steps.RunAsync(step),
        _ => Usage(),
    };

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Usage()
    {
        System.Console.Error.WriteLine("Usage: aggregate --mentions N, fan-out --workspaces N, reading, slack-ack, or teams-ack");
        return 2;
    }
}
