using DigestBot.Core.Actions.Forms;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Settings.Setup;

/// <summary>Registers setting up in chat; each platform adds its <see cref="ISetupPlace"/>.</summary>
internal static class SetupRegistration
{
    /// <summary>Adds the form, what becomes of it, and the question that leads to it.</summary>
    public static IServiceCollection AddSetupInChat(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForm, SetupForm>());
        return services.AddSingleton<SetupRights>().AddSingleton<FirstQuestion>().AddSingleton<SetupSettling>();
    }
}
