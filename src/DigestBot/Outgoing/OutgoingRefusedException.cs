namespace DigestBot.Outgoing;

/// <summary>An address may not be called. The message is for people: why, and which setting would allow it.</summary>
internal sealed class OutgoingRefusedException(string message) : Exception(message);
