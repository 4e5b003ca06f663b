namespace DigestBot.Cli;

/// <summary>A command cannot go on. The message is one line for people: what happened and what to do next.</summary>
internal sealed class CommandException(string message, int exitCode = 1, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>1 failed, 2 wrong arguments.</summary>
    public int ExitCode { get; } = exitCode;
}
