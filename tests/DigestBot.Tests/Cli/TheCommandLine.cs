using System.Diagnostics;
using DigestBot.Cli;

namespace DigestBot.Tests.Cli;

public sealed class TheCommandLine
{
    [Theory]
    [InlineData("digest --feed feed.ndjson --brand Acme --nope")]
    [InlineData("digest --feed feed.ndjson --brand Acme --week 0001-W01")]
    [InlineData("digest --feed feed.ndjson --brand Acme --format pdf")]
    [InlineData("digest --feed feed.ndjson --brand Acme --touch-point x")]
    [InlineData("schedule --count x")]
    [InlineData("schedule --count 0")]
    [InlineData("read")]
    [InlineData("digets")]
    public async Task Tells_wrong_arguments_in_one_line_and_ends_with_two(string typed)
    {
        var (exit, said, data) = await RunAsync(typed.Split(' '));
        Assert.Equal(2, exit);
        Assert.Single(said.Trim().Split('\n'));
        Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
        Assert.Equal("", data);
    }

    private static async Task<(int Exit, string Said, string Data)> RunAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        var data = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, data);
    }
}
