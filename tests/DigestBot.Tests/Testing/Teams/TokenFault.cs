namespace DigestBot.Tests.Testing.Teams;

/// <summary>The one thing that is wrong with a token.</summary>
internal enum TokenFault
{
    /// <summary>Nothing is.</summary>
    None = 0,

    /// <summary>It ended an hour ago.</summary>
    Expired = 1,

    /// <summary>It begins in an hour.</summary>
    NotYetValid = 2,

    /// <summary>It never ends.</summary>
    NoExpiry = 3,

    OtherIssuer = 4,

    NoIssuer = 5,

    /// <summary>It is meant for another bot.</summary>
    OtherAudience = 6,

    NoAudience = 7,

    /// <summary>It is for answers to somewhere else.</summary>
    OtherServiceUrl = 8,

    NoServiceUrl = 9,

    /// <summary>Signed by a key of somebody else's under the published key's id.</summary>
    OtherKey = 10,

    /// <summary>Signed by a key that is not published.</summary>
    UnknownKey = 11,

    NoKeyId = 12,

    /// <summary><c>alg: none</c> and no signature.</summary>
    Unsigned = 13,

    /// <summary><c>alg: HS256</c> with the published key as the secret.</summary>
    SharedSecret = 14,

    /// <summary>Signed well, but by RS512.</summary>
    OtherAlgorithm = 15,

    /// <summary>Signed by a published key that may not speak for Teams.</summary>
    NotEndorsed = 16,

    /// <summary>Signed by a published key that says of no channel that it may speak for it.</summary>
    NoEndorsements = 17,

    /// <summary>Its claims were changed after it was signed.</summary>
    Changed = 18,

    /// <summary>No token, but as long as one.</summary>
    Garbage = 19,
}
