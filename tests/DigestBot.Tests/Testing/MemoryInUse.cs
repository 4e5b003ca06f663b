namespace DigestBot.Tests.Testing;

/// <summary>What the process holds, measured so that two measurements can be compared.</summary>
internal static class MemoryInUse
{
    /// <summary>After everything that can be let go is gone.</summary>
    public static long Bytes()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
