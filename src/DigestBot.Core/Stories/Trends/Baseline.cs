namespace DigestBot.Core.Stories.Trends;

/// <summary>
/// What is usual: the weeks before without those in which it burst itself. Otherwise one bad week would hide the next for two
/// months, and a trend that goes on would be over in its second week.
/// </summary>
internal sealed class Baseline
{
    private const double Surely = 1e-4;
    private const double LeastRatio = 2.5;
    private const int FewestPeople = 5;
    private const int MostBursts = 3;

    // People talk in waves even when nothing happens.
    internal const double LeastScatter = 0.03;

    // What was never heard before counts as heard this often, so that one new word in a short history is no sensation.
    internal const double Unheard = 0.3;
    private readonly double[] _told;
    private readonly double[] _volumes;
    private readonly bool[] _bursts;

    /// <summary>Takes a term's people and the week's mentions, one of each for every week heard, oldest first.</summary>
    public Baseline(double[] told, double[] volumes)
    {
        (_told, _volumes, _bursts) = (told, volumes, new bool[told.Length]);
        for (var found = 0; found < Math.Min(MostBursts, told.Length - 1) && HighestBurst() is { } week; found++)
            _bursts[week] = true;
        Heard = Sum(_told) + Unheard;
        Volume = Sum(_volumes);
    }

    /// <summary>People of the usual weeks, above 0.</summary>
    public double Heard { get; }

    /// <summary>Mentions of the usual weeks.</summary>
    public double Volume { get; }

    /// <summary>Weeks in a row, up to the last one before this, in which it burst.</summary>
    public int WeeksBursting => _bursts.Length - 1 - Array.FindLastIndex(_bursts, burst => !burst);

    /// <summary>People usual in a week of so many mentions.</summary>
    public double Usual(double mentions) => Volume > 0 ? Heard / Volume * mentions : 0;

    /// <summary>Chance that so many people or more tell it in a week of so many mentions where nothing happened.</summary>
    public double Chance(int people, double mentions)
    {
        var usual = Usual(mentions);
        return usual > 0 ? Surprise.Chance(people, usual, ScatterAt(usual, mentions)) : 1;
    }

    // Not knowing the usual count well is a scatter of its own, large when it was hardly ever heard.
    private double ScatterAt(double usual, double mentions) => Math.Max(LeastScatter, Observed(usual, mentions)) + (1 / Heard);

    private double Observed(double usual, double mentions)
    {
        var counts = Enumerable.Range(0, _told.Length).Where(week => !_bursts[week] && _volumes[week] > 0).Select(week => _told[week] * mentions / _volumes[week]).ToList();
        if (counts.Count < 3)
            return 0;
        var mean = counts.Average();
        return ((counts.Sum(count => (count - mean) * (count - mean)) / (counts.Count - 1)) - usual) / (usual * usual);
    }

    private int? HighestBurst()
    {
        var (best, least) = (default(int?), Surely);
        for (var week = 0; week < _told.Length; week++)
        {
            if (_bursts[week] || _told[week] < FewestPeople)
                continue;
            var (heard, volume) = (Sum(_told) - _told[week] + Unheard, Sum(_volumes) - _volumes[week]);
            var usual = volume > 0 ? heard / volume * _volumes[week] : 0;
            if (usual <= 0 || _told[week] < LeastRatio * usual)
                continue;
            var chance = Surprise.Chance((int)Math.Round(_told[week]), usual, LeastScatter + (1 / heard));
            if (chance < least)
                (best, least) = (week, chance);
        }
        return best;
    }

    private double Sum(double[] weeks)
    {
        double sum = 0;
        for (var week = 0; week < weeks.Length; week++)
            sum += _bursts[week] ? 0 : weeks[week];
        return sum;
    }
}
