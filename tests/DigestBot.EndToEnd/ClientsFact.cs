namespace DigestBot.EndToEnd;

/// <summary>
/// A test with other people's clients (Node.js, some with Java or a browser); skipped, and it says so, where they are not
/// installed. In CI it runs, and fails without them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientsFactAttribute : FactAttribute
{
    /// <summary>Looks for the clients.</summary>
    public ClientsFactAttribute()
    {
        if (OtherClients.Folder is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = "The clients are not installed (tests/DigestBot.EndToEnd/Clients/install.sh FOLDER, then DIGESTBOT_CLIENTS=FOLDER): skipped";
    }
}
