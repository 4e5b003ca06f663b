namespace DigestBot.Outgoing;

/// <summary>Puts the rules for outgoing HTTP in.</summary>
internal static class OutgoingRegistration
{
    /// <summary>Adds <see cref="OutgoingHttp"/> and the accounts' paces with the section <c>Outgoing</c>.</summary>
    public static IServiceCollection AddOutgoingHttp(this IServiceCollection services)
    {
        services.AddOptions<OutgoingOptions>().BindConfiguration("Outgoing").ValidateOnStart();
        return services.AddSingleton<OutgoingHttp>().AddSingleton<AccountPaces>();
    }
}
