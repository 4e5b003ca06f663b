using System.Globalization;
using DigestBot.Cli;

namespace DigestBot.Serving;

/// <summary>
/// One process at a time on a data file (decisions.md 23): an operating-system lock, so that it ends with the process
/// however that ends. Who holds it stands in a second file, since a locked one cannot be read everywhere.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _lock;

    private ProcessLock(FileStream held) => _lock = held;

    /// <summary>Takes the lock of a data file.</summary>
    /// <param name="dataFile">Full path of the data file; its folder exists.</param>
    /// <param name="address">Where this process can be reached, for whoever comes second; or what it does instead.</param>
    /// <exception cref="CommandException">Another process has it; or the folder cannot be written to.</exception>
    public static ProcessLock Take(string dataFile, string address)
    {
        try
        {
            var held = new ProcessLock(new(dataFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            File.WriteAllText(HolderFile(dataFile), string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}, {address}"));
            return held;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new CommandException($"{dataFile} cannot be locked: {denied.Message} Set Storage__ConnectionString to a file in a folder of your own.", innerException: denied);
        }
        catch (IOException busy)
        {
            throw new CommandException($"DigestBot is already running on {dataFile}: {Holder(dataFile)}. Stop it first, or use another file (Storage__ConnectionString).", innerException: busy);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static string HolderFile(string dataFile) => dataFile + ".running";

    private static string Holder(string dataFile)
    {
        try
        {
            return File.ReadAllText(HolderFile(dataFile));
        }
        catch (IOException)
        {
            return "it is just starting";
        }
    }
}
