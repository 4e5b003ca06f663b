namespace DigestBot.Platforms.Slack;

/// <summary>Reads the section <c>Slack</c> and finds what a check of one value cannot see.</summary>
internal static class SlackSettings
{
    /// <summary>The section as configured; the defaults when it is missing.</summary>
    public static SlackOptions Read(IConfiguration settings) =>
        settings.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();

    /// <summary>What is half configured (decisions.md 28), each with the missing key.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        var slack = Read(settings);
        if (!slack.IsConfigured)
        {
            if (slack.BotToken is not null || slack.ClientId is not null || slack.PreviousSigningSecret is not null)
                yield return "Slack:SigningSecret is missing: copy it from the app's page (Basic Information), or set Slack:AppToken for Socket Mode.";
            yield break;
        }
        if (slack.BotToken is null && slack.ClientId is null)
            yield return "Slack:BotToken is missing: copy it from the app's page (OAuth & Permissions) after installing the app; for many workspaces set Slack:ClientId and Slack:ClientSecret instead.";
        if (slack.ClientId is null != slack.ClientSecret is null)
            yield return $"Slack:{(slack.ClientId is null ? "ClientId" : "ClientSecret")} is missing: both are on the app's page (Basic Information).";
        if (slack.AppToken is { } app && !app.StartsWith("xapp-", StringComparison.Ordinal))
            yield return "Slack:AppToken must begin with xapp-: create it on the app's page (Basic Information, App-Level Tokens) with connections:write.";
        if (!slack.ApiBaseAddress.IsAbsoluteUri || !slack.ApiBaseAddress.AbsolutePath.EndsWith('/'))
            yield return "Slack:ApiBaseAddress must be an absolute address that ends with a slash, for example https://slack.com/api/.";
    }
}
