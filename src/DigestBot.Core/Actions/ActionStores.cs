using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Core.Understanding.OwnModels;

namespace DigestBot.Core.Actions;

/// <summary>What actions work on, all of one scope and so of one commit.</summary>
public sealed record ActionStores(
    IEditionStore Editions,
    IFollowUpStore FollowUps,
    IKudosStore Kudos,
    ITeachings Teachings,
    ICorrections Corrections,
    IOwnModels OwnModels,
    IMentionStore Mentions,
    IAuditLog Audit,
    IOutbox Outbox,
    IInbox Inbox,
    IReactions Reactions,
    IComments Comments,
    IPeople People,
    IMentionReader Reader,
    EditionCards Cards,
    IUnitOfWork Unit,
    EditionPublisher Publisher,
    IDeliveries Deliveries,
    IAlertBooks Alerts,
    IGlimpses Glimpses);
