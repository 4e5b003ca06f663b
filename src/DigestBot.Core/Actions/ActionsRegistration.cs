using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
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
        services.TryAddScoped<EditionPublisher>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DepartmentOwners.None);
        services.AddSingleton(provider => new Lazy<ActionRegistry>(provider.GetRequiredService<ActionRegistry>));
        services.TryAddSingleton(new PageLocation(null));
        services.TryAddScoped<EditionCards>();
        services.AddSingleton<ActionRegistry>().AddSingleton<ActionRunner>().AddSingleton<ReminderRun>().AddSingleton<DeadLetterRun>().AddSingleton<ChannelNews>().AddScoped<ActionStores>();
        services.AddScoped<ITouchPointStates, TouchPointStates>().AddScoped<LedgerWriter>().AddScoped<PersonalPages>();
        services.AddScoped<MessageRequests>().AddScoped<ReactionRequests>().AddScoped<WinsSearch>();
        services.AddForms();
        services.AddSingleton<AnswerReaders>();
        services.AddShowing().AddTaking().AddFollowingUp().AddTeaching().AddCurating();
        return services.AddSingleton<IDigestAction, MoreAction>().AddSingleton<IDigestAction, TellAction>().AddSingleton<IDigestAction, UndoAction>().AddSingleton<IDigestAction, HelpAction>();
    }

    private static IServiceCollection AddShowing(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, DigestAction>()
        .AddSingleton<IDigestAction>(new ShowKindAction(TouchPointKind.Win))
        .AddSingleton<IDigestAction>(new ShowKindAction(TouchPointKind.Issue))
        .AddSingleton<IDigestAction>(new ShowKindAction(TouchPointKind.Trend))
        .AddSingleton<IDigestAction>(new ShowKindAction(TouchPointKind.Suggestion))
        .AddSingleton<IDigestAction, WeekAction>()
        .AddSingleton<IDigestAction, EvidenceAction>()
        .AddSingleton<IDigestAction, RunnersUpAction>()
        .AddSingleton<IDigestAction, RawAction>()
        .AddSingleton<IDigestAction, SearchAction>()
        .AddSingleton<IDigestAction, MineAction>()
        .AddSingleton<IDigestAction, FollowUpsAction>()
        .AddSingleton<IDigestAction, OverdueAction>()
        .AddSingleton<IDigestAction, ScoreboardAction>()
        .AddSingleton<IDigestAction, SourcesAction>();

    private static IServiceCollection AddTaking(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, PickAction>()
        .AddSingleton<IDigestAction, AssignAction>()
        .AddSingleton<IDigestAction, RouteAction>()
        .AddSingleton<IDigestAction, ClaimAction>()
        .AddSingleton<IDigestAction, JoinAction>()
        .AddSingleton<IDigestAction, KudosAction>()
        .AddSingleton<IDigestAction, ShareAction>()
        .AddSingleton<IDigestAction, AddAction>();

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
        .AddSingleton<IDigestAction, MissedAction>()
        .AddSingleton<IDigestAction, RelabelAction>()
        .AddSingleton<IDigestAction, BurstAction>()
        .AddSingleton<IDigestAction, QuietAction>();

    private static IServiceCollection AddCurating(this IServiceCollection services) => services
        .AddSingleton<IDigestAction, ApproveAction>()
        .AddSingleton<IDigestAction, RehearseAction>()
        .AddSingleton<IDigestAction, PinAction>()
        .AddSingleton<IDigestAction, DropAction>()
        .AddSingleton<IDigestAction, MergeAction>()
        .AddSingleton<IDigestAction, RetitleAction>()
        .AddSingleton<IDigestAction, CommentAction>()
        .AddSingleton<IDigestAction, ReplaceAction>()
        .AddSingleton<IDigestAction, ReorderAction>()
        .AddSingleton<IDigestAction, PublishAction>()
        .AddSingleton<IDigestAction, StandsAction>()
        .AddSingleton<IDigestAction, ResendAction>()
        .AddSingleton<IDigestAction, SkipAction>()
        .AddSingleton<IDigestAction, CorrectAction>()
        .AddSingleton<IDigestAction, RetractAction>()
        .AddSingleton<IDigestAction, AcceptAction>()
        .AddSingleton<IDigestAction, SetupAction>();
}
