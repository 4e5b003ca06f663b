using System.Runtime.CompilerServices;
using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Tests.Platforms.Alerts;

/// <summary>Weeks of mentions in memory, and a bot that listens to them check by check.</summary>
internal sealed class Listening(IEnumerable<Glimpse> said) : IGlimpses
{
    public static readonly DateTimeOffset Start = new(2026, 10, 26, 0, 0, 0, TimeSpan.Zero);

    private readonly Glimpse[] _said = [.. said.OrderBy(glimpse => glimpse.SaidAt)];

    public async IAsyncEnumerable<Glimpse> BetweenAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var at = First(from); at < _said.Length && _said[at].SaidAt < to; at++)
            yield return _said[at];
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstRunsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));

    /// <summary>Every alert that is begun when the bot checks every five minutes.</summary>
    /// <param name="from">First check, in days from the start.</param>
    /// <param name="to">Last check.</param>
    public async Task<IReadOnlyList<Alert>> ToldAsync(double from, double to)
    {
        var book = new AlertBook { Digest = "weekly", BegunAt = Start.AddDays(from) };
        var told = new List<Alert>();
        using var histories = new AlertHistory(this);
        for (var now = Start.AddDays(from); now < Start.AddDays(to); now += AlertRules.Every)
        {
            var day = new ArraySegment<Glimpse>(_said, First(now.AddDays(-1)), First(now) - First(now.AddDays(-1)));
            var keeper = new AlertKeeper(book, TimeZoneInfo.Utc, now);
            book = keeper.Check(new JumpFinder(await histories.AtAsync(now, default), day, now).Find(), []);
            told.AddRange(keeper.Changed.Where(alert => alert.ToldAt == now));
        }
        return told;
    }

    private int First(DateTimeOffset at)
    {
        var (low, high) = (0, _said.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _said[middle].SaidAt < at ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}

/// <summary>Customers who talk by the clock and by chance.</summary>
/// <param name="seed">The same seed, the same weeks.</param>
internal sealed class Chatter(int seed)
{
    private static readonly string[] Sources = ["reddit", "app-store", "bluesky"];
    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>So many mentions a day of forty topics, the first ones most, for so many days.</summary>
    /// <param name="perDay">On average.</param>
    /// <param name="days">From <see cref="Listening.Start"/> on.</param>
    /// <param name="rate">How much louder an hour is than the average; 1 for a steady stream.</param>
    public IEnumerable<Glimpse> Of(double perDay, int days, Func<int, double> rate)
    {
        for (var hour = 0; hour < 24 * days; hour++)
        {
            for (var left = Poisson(perDay / 24 * rate(hour)); left > 0; left--)
                yield return One(Listening.Start.AddHours(hour + _random.NextDouble()), $"topic {(int)(40 * Math.Pow(_random.NextDouble(), 2))}");
        }
    }

    /// <summary>A crowd about one topic.</summary>
    /// <param name="people">Of them.</param>
    /// <param name="from">In days from the start.</param>
    /// <param name="hours">They talk for so long.</param>
    /// <param name="topic">Of what.</param>
    public IEnumerable<Glimpse> Crowd(int people, double from, double hours, string topic = "booking page") =>
        Enumerable.Range(0, people).Select(_ => One(Listening.Start.AddDays(from).AddHours(hours * _random.NextDouble()), topic)).ToList();

    /// <summary>Loud at noon, silent at night, half of it at weekends.</summary>
    public static double ByTheClock(int hour) => (1 + (0.9 * Math.Sin(Math.PI * (hour % 24 - 7) / 12))) * (hour / 24 % 7 >= 5 ? 0.55 : 1.2);

    /// <summary>The same, and some hours are twice as loud as others for no reason.</summary>
    public double Moody(int hour) => ByTheClock(hour) * Math.Exp((0.5 * Normal()) - 0.125);

    private Glimpse One(DateTimeOffset at, string topic) =>
        new(new(Sources[_random.Next(Sources.Length)], $"{++_number}"), $"a{_random.Next(100_000)}", at, IsWin: false, 0, [topic]);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        var (count, left) = (-1, mean);
        while (left > 0)
        {
            count++;
            left += Math.Log(1 - _random.NextDouble());
        }
        return Math.Max(0, count);
    }
}
