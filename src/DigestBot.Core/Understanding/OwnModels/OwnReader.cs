using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Learning;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Understanding.OwnModels;

/// <summary>
/// Reads with what this workspace has taught, and with what ships where it has taught nothing better. What is learned while
/// the program runs takes effect between two mentions, without a restart. Safe to use from many threads at once.
/// </summary>
public sealed partial class OwnReader : IMentionReader
{
    private readonly ReadingRules _rules;
    private readonly IOwnModels _models;
    private readonly ILogger<OwnReader> _log;
    private readonly Lock _swapping = new();
    private volatile State _state;

    /// <summary>Begins with what ships.</summary>
    /// <param name="rules">What the company tells about itself.</param>
    /// <param name="models">What was learned.</param>
    /// <param name="log">Names of tasks only.</param>
    public OwnReader(ReadingRules rules, IOwnModels models, ILogger<OwnReader> log)
    {
        (_rules, _models, _log) = (rules, models, log);
        _state = new(new(rules), null);
    }

    /// <inheritdoc />
    public Insight Read(Mention mention) => _state.Reader.Read(mention);

    /// <summary>Takes up what was learned since it last looked, by this process or another one. A broken model is told and left out.</summary>
    /// <param name="cancellationToken">Ends the look into the store.</param>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var newest = await _models.NewestAsync(cancellationToken);
        if (newest is null || newest == _state.Newest)
            return;
        var learned = await _models.AllAsync(cancellationToken);
        var usable = learned.Select(Open).OfType<TrainedModel>().ToList();
        Swap(new(new(_rules, usable), learned.Max(model => model.LearnedAt)));
        LogTakenUp(usable.Count);
    }

    // Of two that look at the same time the one that saw more wins.
    private void Swap(State seen)
    {
        lock (_swapping)
        {
            if (_state.Newest is null || seen.Newest >= _state.Newest)
                _state = seen;
        }
    }

    private TrainedModel? Open(OwnModel model)
    {
        try
        {
            return model.Open();
        }
        catch (ModelFormatException broken)
        {
            LogBroken(model.Task, broken.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Reading with {Count} models of this workspace's own")]
    private partial void LogTakenUp(int count);

    [LoggerMessage(LogLevel.Warning, "The workspace's own model for {Task} is left out: {Reason} 'digestbot train --corrections' makes it anew")]
    private partial void LogBroken(ReadingTask task, string reason);

    private sealed record State(LocalReader Reader, DateTimeOffset? Newest);
}
