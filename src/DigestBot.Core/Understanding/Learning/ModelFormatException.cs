namespace DigestBot.Core.Understanding.Learning;

/// <summary>A file is no model that can be used; the message says why, for people.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class ModelFormatException(string message) : Exception(message);
