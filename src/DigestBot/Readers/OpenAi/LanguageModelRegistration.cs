using DigestBot.Core.Understanding.LanguageModels;

namespace DigestBot.Readers.OpenAi;

/// <summary>Puts the optional language model in.</summary>
internal static class LanguageModelRegistration
{
    /// <summary>Adds <see cref="ILanguageModel"/> where section <c>LanguageModel</c> names one; its options in any case.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(LanguageModelOptions.Section).Get<LanguageModelOptions>() ?? new();
        services.AddSingleton(options);
        return options.IsConfigured ? services.AddSingleton<ILanguageModel, OpenAiLanguageModel>() : services;
    }
}
