using System.Diagnostics;
using System.Globalization;
using DigestBot.Core.Platforms;

#pragma warning disable MA0047 // .NET looks for this type by this name, outside any namespace
/// <summary>
/// Loaded by .NET into the real program before its first line (DOTNET_STARTUP_HOOKS), so that the product itself holds no way
/// to be killed: at the named crash point, the given time it is reached, the process is gone as by <c>kill -9</c>.
/// </summary>
internal static class StartupHook
{
    /// <summary>Holds <c>point:times</c>; nothing happens without it.</summary>
    public const string Variable = "DIGESTBOT_TEST_CRASH_AT";

    private static int s_reached;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(':') is not [var point, var times])
            return;
        var last = int.Parse(times, CultureInfo.InvariantCulture);
        CrashPoints.Hook = reached =>
        {
            if (reached == point && Interlocked.Increment(ref s_reached) == last)
                Process.GetCurrentProcess().Kill();
        };
    }
}
