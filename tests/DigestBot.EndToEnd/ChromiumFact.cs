namespace DigestBot.EndToEnd;

/// <summary>A test in a real browser; skipped, and it says so, where no Chromium is installed. In CI it runs, and fails without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    /// <summary>Where Debian puts the browser.</summary>
    public const string Browser = "/usr/bin/chromium";

    /// <summary>Looks for the browser.</summary>
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Browser) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = "Chromium is not installed (apt-get install chromium): skipped";
    }
}
