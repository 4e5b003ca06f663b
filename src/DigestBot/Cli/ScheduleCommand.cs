using System.CommandLine;
using System.Globalization;
using DigestBot.Scheduling;

namespace DigestBot.Cli;

/// <summary><c>schedule</c>: when what runs next, in the digest's zone and in UTC. Touches no store.</summary>
internal static class ScheduleCommand
{
    private const int DefaultCount = 3;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many of the next times of each weekly entry; 1 to 52.", DefaultValueFactory = _ => DefaultCount };
        count.Validators.Add(typed =>
        {
            // The words are looked at, not the value: asking for the value of what is no number throws.
            if (typed.Tokens is [var word] && !(int.TryParse(word.Value, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= 52))
                typed.AddError("--count must be between 1 and 52.");
        });
        var schedule = new Command("schedule", "Print when drafts and editions go out next. Example: digestbot schedule --count 4")
        {
            count,
        };
        schedule.TreatUnmatchedTokensAsErrors = false;
        schedule.SetAction((typed, _) => RunAsync(CommandLine.HostArguments(typed), typed.GetValue(count), System.Console.Out));
        return schedule;
    }

    private static async Task<int> RunAsync(string[] hostArguments, int count, TextWriter output)
    {
        await using var app = Program.Build(hostArguments);
        var plan = app.Services.GetRequiredService<SchedulePlan>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var line in Lines(plan, now, count))
            await output.WriteLineAsync(line);
        return 0;
    }

    /// <summary>One line a fire time, the next one first; then what repeats.</summary>
    internal static IEnumerable<string> Lines(SchedulePlan plan, DateTimeOffset now, int count)
    {
        var width = plan.Entries.Select(entry => entry.Key.Length).DefaultIfEmpty().Max();
        var weekly =
            from entry in plan.Entries.OfType<WeeklyEntry>()
            from time in FireTimes.After(entry.At, entry.Zone, now).Take(count)
            orderby time, entry.Key
            select $"{entry.Key.PadRight(width)}  {Local(time, entry.Zone)}  {Utc(time)}";
        var repeated = plan.Entries.OfType<RepeatedEntry>().Select(entry => $"{entry.Key.PadRight(width)}  every {Words(entry.Every)}");
        return weekly.Concat(repeated);
    }

    private static string Local(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) + " " + zone.Id;

    private static string Utc(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Words(TimeSpan every) => every switch
    {
        { TotalMinutes: 60 } => "hour",
        { TotalHours: 24 } => "day",
        { TotalHours: >= 1, Minutes: 0, Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{every.TotalHours:0} hours"),
        { Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{every.TotalMinutes:0} minutes"),
        _ => every.ToString("c", CultureInfo.InvariantCulture),
    };
}
