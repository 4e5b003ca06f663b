namespace DigestBot.Cli.Evaluation;

/// <summary>One measured figure.</summary>
/// <param name="Task">What was tried, for example <c>suggestion, hotel reviews</c>; with <paramref name="Metric"/> unique.</param>
/// <param name="Metric">How it was measured, for example <c>F1</c>.</param>
/// <param name="Value">The figure; 0 to 1 but for counts.</param>
internal sealed record Figure(string Task, string Metric, double Value)
{
    /// <summary>Less is better: false trends, doubles. Otherwise more is.</summary>
    public bool IsLowerBetter { get; init; }

    /// <summary>As it is shown and recorded: three digits, so that noise in the last place is no news.</summary>
    public double Rounded => Math.Round(Value, 3);

    /// <summary>Name in the file of recorded figures.</summary>
    public string Key => $"{Task}: {Metric}";

    /// <summary>Worse than <paramref name="recorded"/>, as shown.</summary>
    public bool IsWorseThan(double recorded) => IsLowerBetter ? Rounded > recorded : Rounded < recorded;
}

/// <summary>A kind of labelled set and what is measured on it.</summary>
internal interface IMeasure
{
    /// <summary>The figures of the sets of this kind in a folder; none where there is no such set.</summary>
    /// <param name="folder">A folder shaped like the labelled data: one folder a set.</param>
    /// <param name="cancellationToken">Ends the measuring.</param>
    /// <exception cref="CommandException">A set is there and cannot be read; the message names file and line.</exception>
    IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken);
}
