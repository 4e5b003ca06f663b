using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Core.Actions;

/// <summary>Registers every verb, in the order of help.</summary>
public static class ActionsRegistration
{
    /// <summary>Adds the verbs, their registry and the runner. The stores come from the storage, <see cref="IPeople"/> from the settings.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Lazy<ActionRegistry>(provider.GetRequiredService<ActionRegistry>));
        services.AddSingleton<ActionRegistry>().AddSingleton<ActionRunner>().AddScoped<ActionStores>();
        services.AddScoped<ITouchPointStates, TouchPointStates>().AddScoped<LedgerWriter>();
        return services.AddTaking().AddFollowingUp().AddTeaching().AddSingleton<IDigestAction, UndoAction>().AddSingleton<IDigestAction, HelpAction>();
    }

    private static IServiceCollection AddTaking(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, PickAction>()
        .AddSingleton<IDigestAction, AssignAction>()
        .AddSingleton<IDigestAction, ClaimAction>()
        .AddSingleton<IDigestAction, JoinAction>()
        .AddSingleton<IDigestAction, KudosAction>();

    private static IServiceCollection AddFollowingUp(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, StartAction>()
        .AddSingleton<IDigestAction, DoneAction>()
        .AddSingleton<IDigestAction, DeclineAction>()
        .AddSingleton<IDigestAction, ReopenAction>()
        .AddSingleton<IDigestAction, SnoozeAction>()
        .AddSingleton<IDigestAction, HandoverAction>();

    private static IServiceCollection AddTeaching(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, NotUsefulAction>()
        .AddSingleton<IDigestAction, NotAboutUsAction>()
        .AddSingleton<IDigestAction, MissedAction>();
}
