namespace DigestBot.Core.Understanding.Learning;

/// <summary>Nothing can be learned from these labels; the message says why, for people.</summary>
/// <param name="message">What is missing.</param>
public sealed class TrainingException(string message) : Exception(message);
