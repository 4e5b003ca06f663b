using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>One edge's way of reading what it kept in the inbox.</summary>
public interface IInboxReader
{
    /// <summary>Whose items it reads: the <see cref="InboxItem.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>What the item asks for.</summary>
    Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken);

    /// <summary>Hears the answer once it is committed. A process that ends in between tells nobody, so no duty may hang on it.</summary>
    void Answered(InboxItem item, ActionRequest request, ActionReply reply)
    {
    }
}
