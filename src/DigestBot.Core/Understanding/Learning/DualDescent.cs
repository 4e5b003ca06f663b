namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// Finds the weights of one yes-or-no question: squared hinge loss with L2 regularisation, by dual coordinate descent
/// (Hsieh et al. 2008). Only + - * / in a fixed order, so that every machine finds the same weights.
/// </summary>
internal sealed class DualDescent(FeatureTable table, float[] importance)
{
    private const double Close = 0.1;
    private readonly float[] _squares = [.. importance.Select(i => i * i)];

    /// <summary>The weight of each column.</summary>
    /// <param name="rows">Texts to learn from.</param>
    /// <param name="isYes">The answer of each text of the table.</param>
    /// <param name="settings">How strictly.</param>
    /// <param name="stop">Ends it.</param>
    internal float[] Fit(int[] rows, Func<int, bool> isYes, DescentSettings settings, CancellationToken stop)
    {
        var weights = new float[_squares.Length];
        var alphas = new double[rows.Length];
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var lengths = Array.ConvertAll(rows, LengthOf);
        var random = new Shuffle(rows.Length);
        for (var round = 0; round < settings.Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            random.Run(order);
            double worst = 0;
            foreach (var i in order)
            {
                var sign = isYes(rows[i]) ? 1 : -1;
                var slack = 0.5 / settings.CostOf(rows[i]);
                worst = Math.Max(worst, Step(weights, rows[i], sign, slack, lengths[i], ref alphas[i]));
            }
            if (worst < Close)
                break;
        }
        return weights;
    }

    private double Step(float[] weights, int row, int sign, double slack, double length, ref double alpha)
    {
        var gradient = (sign * Score(table, weights, row)) - 1 + (slack * alpha);
        if (alpha == 0 && gradient >= 0)
            return 0;
        var next = Math.Max(0, alpha - (gradient / (length + slack)));
        Move(weights, row, (next - alpha) * sign);
        alpha = next;
        return Math.Abs(gradient);
    }

    /// <summary>The score of a text of the table.</summary>
    internal static double Score(FeatureTable table, float[] weights, int row)
    {
        double score = 0;
        for (var group = 0; group < FeatureBuffer.Groups; group++)
        {
            float sum = 0;
            foreach (var column in table.Columns(row, group))
                sum += weights[column];
            score += (double)sum * table.Scale(row, group);
        }
        return score;
    }

    private void Move(float[] weights, int row, double by)
    {
        for (var group = 0; group < FeatureBuffer.Groups; group++)
        {
            var step = (float)(by * table.Scale(row, group));
            foreach (var column in table.Columns(row, group))
                weights[column] += step * _squares[column];
        }
    }

    private double LengthOf(int row)
    {
        double length = 0;
        for (var group = 0; group < FeatureBuffer.Groups; group++)
        {
            double sum = 0;
            foreach (var column in table.Columns(row, group))
                sum += _squares[column];
            length += sum * table.Scale(row, group) * table.Scale(row, group);
        }
        return length;
    }
}
