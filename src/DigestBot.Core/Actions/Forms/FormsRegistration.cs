using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Registers every form.</summary>
internal static class FormsRegistration
{
    /// <summary>Adds the forms of the verbs; what is settled in chat has a form of its own.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddSingleton<FormRegistry>().AddSingleton<FormRights>();
        return services.AddOfTouchPoints().AddOfFollowUps().AddOfTheDraft();
    }

    private static IServiceCollection AddOfTouchPoints(this IServiceCollection services) => services
        .AddSingleton<IForm, PickForm>()
        .AddSingleton<IForm, AssignForm>()
        .AddSingleton<IForm, EvidenceForm>()
        .AddSingleton<IForm, MentionForm>()
        .AddSingleton<IForm, ShareForm>()
        .AddSingleton<IForm, NotUsefulForm>()
        .AddSingleton<IForm, CorrectForm>()
        .AddSingleton<IForm, RelabelForm>()
        .AddSingleton<IForm, AddForm>();

    private static IServiceCollection AddOfFollowUps(this IServiceCollection services) => services
        .AddSingleton<IForm, DoneForm>()
        .AddSingleton<IForm, DeclineForm>()
        .AddSingleton<IForm, SnoozeForm>()
        .AddSingleton<IForm, HandoverForm>();

    private static IServiceCollection AddOfTheDraft(this IServiceCollection services) => services
        .AddSingleton<IForm, RetitleForm>()
        .AddSingleton<IForm, CommentForm>()
        .AddSingleton<IForm, ReplaceForm>()
        .AddSingleton<IForm, MergeForm>()
        .AddSingleton<IForm, ReorderForm>()
        .AddSingleton<IForm, SkipForm>();
}
