namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Registers every dialog.</summary>
internal static class DialogsRegistration
{
    /// <summary>Adds the dialogs and what opens them.</summary>
    public static IServiceCollection AddSlackDialogs(this IServiceCollection services)
    {
        services.AddSingleton<SlackDialogs>().AddSingleton<DialogOpener>().AddSingleton<DialogRights>();
        return services.AddOfTouchPoints().AddOfFollowUps().AddOfTheDraft();
    }

    private static IServiceCollection AddOfTouchPoints(this IServiceCollection services) => services
        .AddSingleton<ISlackDialog, PickDialog>()
        .AddSingleton<ISlackDialog, AssignDialog>()
        .AddSingleton<ISlackDialog, EvidenceDialog>()
        .AddSingleton<ISlackDialog, MentionDialog>()
        .AddSingleton<ISlackDialog, ShareDialog>()
        .AddSingleton<ISlackDialog, NotUsefulDialog>()
        .AddSingleton<ISlackDialog, CorrectDialog>()
        .AddSingleton<ISlackDialog, AddDialog>();

    private static IServiceCollection AddOfFollowUps(this IServiceCollection services) => services
        .AddSingleton<ISlackDialog, DoneDialog>()
        .AddSingleton<ISlackDialog, DeclineDialog>()
        .AddSingleton<ISlackDialog, SnoozeDialog>()
        .AddSingleton<ISlackDialog, HandoverDialog>();

    private static IServiceCollection AddOfTheDraft(this IServiceCollection services) => services
        .AddSingleton<ISlackDialog, RetitleDialog>()
        .AddSingleton<ISlackDialog, CommentDialog>()
        .AddSingleton<ISlackDialog, ReplaceDialog>()
        .AddSingleton<ISlackDialog, MergeDialog>()
        .AddSingleton<ISlackDialog, ReorderDialog>()
        .AddSingleton<ISlackDialog, SkipDialog>();
}
