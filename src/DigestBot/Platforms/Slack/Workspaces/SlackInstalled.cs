using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// A workspace was installed or installed again: whoever registers one stages what follows from it, committed together with the
/// installation. The token works from the commit on, so nothing can be called yet: a message goes through the outbox.
/// </summary>
/// <param name="services">The scope whose unit of work is committed after.</param>
/// <param name="installation">As it is about to be stored.</param>
/// <param name="cancellationToken">Ends the reads.</param>
internal delegate Task SlackInstalled(IServiceProvider services, Installation installation, CancellationToken cancellationToken);
