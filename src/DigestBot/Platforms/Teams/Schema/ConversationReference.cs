namespace DigestBot.Platforms.Teams.Schema;

/// <summary>Where a conversation is reached: what a message that nobody asked for needs.</summary>
/// <param name="ServiceUrl">Address of the Connector, checked against the allowed hosts.</param>
/// <param name="ConversationId">Id of the conversation, with <c>;messageid=</c> for a thread.</param>
internal sealed record ConversationReference(Uri ServiceUrl, string ConversationId);
