namespace DigestBot.Outgoing;

/// <summary>What people are told when an API refuses: what happened, and what to do next.</summary>
internal static class ApiSentences
{
    /// <summary>The sentence for a status.</summary>
    public static string For(string vendor, int status) => status switch
    {
        400 or 422 => $"{vendor} does not understand what it is asked ({status}). Check the settings of this source.",
        401 => $"{vendor} does not accept the credentials ({status}). Check the token or key of this source; make a new one if it has run out.",
        402 => $"{vendor} wants a paid plan for this ({status}). Check what the account's plan includes.",
        403 => $"{vendor} knows the account but does not let it read this ({status}). Check the rights (scopes) of the token, or ask the account's owner for them.",
        404 or 410 => $"{vendor} has nothing under this name any more ({status}). Check the names and addresses in the settings of this source.",
        429 => $"{vendor} asks to be called less often ({status}). Check Every of this source; it is read again when {vendor} allows it.",
        408 or >= 500 => $"{vendor} has a fault of its own ({status}). It is tried again at the next run.",
        _ => $"{vendor} answers with status {status}, which is not expected. Check the address in the settings of this source.",
    };

    /// <summary>It did not answer in time.</summary>
    public static string TooSlow(string vendor) => $"{vendor} did not answer in time. It is tried again at the next run.";

    /// <summary>The circuit is open.</summary>
    public static string Resting(string vendor) => $"{vendor} failed several times in a row and is left alone for a while. It is tried again after that.";

    /// <summary>No connection.</summary>
    public static string Unreachable(string vendor) => $"{vendor} cannot be reached. Check the address and this machine's connection.";

    /// <summary>The body is too large.</summary>
    public static string TooLarge(string vendor, int most) => $"What {vendor} answers is larger than {most / 1024 / 1024} MB. Ask for less at once, or ask its owner for a shorter one.";

    /// <summary>The body is no JSON of the expected shape.</summary>
    public static string Unreadable(string vendor) => $"What {vendor} answers cannot be read. Check the address; if it is right, {vendor} has changed its API or has a fault of its own.";

    /// <summary>The account has to wait.</summary>
    public static string Patience(string vendor, DateTimeOffset until) =>
        $"{vendor} asked not to be called before {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. It is read again after that.";
}
