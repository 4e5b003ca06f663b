namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Tells events from subjects: one happening makes several topics jump, and the whole brand with them.</summary>
internal static class JumpEvents
{
    private const double SamePeople = 0.5;

    /// <summary>Jumps that the same people make as one, named after the topic that most of them tell of.</summary>
    public static IReadOnlyList<Jump> Of(IReadOnlyList<Jump> jumps)
    {
        var events = new List<Jump>();
        foreach (var jump in jumps
            .OrderBy(jump => jump.Subjects[0] == AlertSubject.All)
            .ThenByDescending(jump => jump.Crowd.People)
            .ThenBy(jump => jump.Subjects[0].ToString(), StringComparer.Ordinal))
        {
            var same = events.FindIndex(known => IsSame(known, jump));
            if (same < 0)
                events.Add(jump);
            else
                events[same] = events[same] with { Subjects = [.. events[same].Subjects, .. jump.Subjects] };
        }
        return events;
    }

    // All mentions jump of themselves only when no topic explains most of what is more than usual.
    private static bool IsSame(Jump known, Jump jump)
    {
        var both = jump.People.Intersect(known.People).Count();
        return jump.Subjects[0] == AlertSubject.All
            ? both >= SamePeople * (jump.Crowd.People - jump.Crowd.Usual)
            : both >= SamePeople * Math.Min(jump.People.Count, known.People.Count);
    }
}
