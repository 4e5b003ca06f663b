using DigestBot.Core.Ranking.Signals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Core.Ranking;

/// <summary>What matters most.</summary>
public static class RankingRegistration
{
    /// <summary>Adds the signals and the ranker. Settings are bound by the program; a wrong section stops the start.</summary>
    public static IServiceCollection AddRanking(this IServiceCollection services)
    {
        services.AddOptions<RankingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RankingOptions>, RankingOptionsValidation>());
        services.AddSingleton<IRankingSignal, AuthorsSignal>();
        services.AddSingleton<IRankingSignal, SeveritySignal>();
        services.AddSingleton<IRankingSignal, BurstSignal>();
        services.AddSingleton<IRankingSignal, NoveltySignal>();
        services.AddSingleton<IRankingSignal, ReachSignal>();
        services.AddSingleton<IRankingSignal, EngagementSignal>();
        services.AddSingleton<IRankingSignal, SourceBalanceSignal>();
        services.AddSingleton<IRankingSignal, CustomersSignal>();
        services.AddSingleton<IRankingSignal, FeedbackSignal>();
        return services.AddSingleton<TouchPointRanker>();
    }
}

/// <summary>Tells every fault of the section at once.</summary>
internal sealed class RankingOptionsValidation(IServiceProvider services) : IValidateOptions<RankingOptions>
{
    // The signals are asked for late: one of them reads these options itself.
    public ValidateOptionsResult Validate(string? name, RankingOptions options)
    {
        var faults = options.Faults(SignalNames).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private List<string> SignalNames => [.. services.GetServices<IRankingSignal>().Select(signal => signal.Name)];
}
