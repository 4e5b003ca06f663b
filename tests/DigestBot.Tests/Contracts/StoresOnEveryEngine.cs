using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Contracts;

// Every store contract on every engine. (The contract of leases contains that of the outbox.)

public sealed class MentionStoreOnSqlite : MentionStoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class MentionStoreOnPostgreSQL(PrivatePostgres server) : MentionStoreContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class SearchOnSqlite : SearchContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class SearchOnPostgreSQL(PrivatePostgres server) : SearchContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class WeekSummaryOnSqlite : WeekSummaryContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class WeekSummaryOnPostgreSQL(PrivatePostgres server) : WeekSummaryContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class EditionStoreOnSqlite : EditionStoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class EditionStoreOnPostgreSQL(PrivatePostgres server) : EditionStoreContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class FollowUpStoreOnSqlite : FollowUpStoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class FollowUpStoreOnPostgreSQL(PrivatePostgres server) : FollowUpStoreContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class SmallRecordsOnSqlite : SmallRecordsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class SmallRecordsOnPostgreSQL(PrivatePostgres server) : SmallRecordsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class InboxOnSqlite : InboxContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class InboxOnPostgreSQL(PrivatePostgres server) : InboxContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class LeaseOnSqlite : LeaseContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class LeaseOnPostgreSQL(PrivatePostgres server) : LeaseContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class KnownPeopleOnSqlite : KnownPeopleContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class KnownPeopleOnPostgreSQL(PrivatePostgres server) : KnownPeopleContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class InstallationsOnSqlite : InstallationsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class InstallationsOnPostgreSQL(PrivatePostgres server) : InstallationsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class WorkspaceRecordsOnSqlite : WorkspaceRecordsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class WorkspaceRecordsOnPostgreSQL(PrivatePostgres server) : WorkspaceRecordsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class SchemaOnSqlite : SchemaContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();

    private protected override Task<TestStore> OpenAtAsync(string schema) => TestStore.CreateAsync(schema: schema);
}

[Collection(PostgresTests.Name)]
public sealed class SchemaOnPostgreSQL(PrivatePostgres server) : SchemaContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();

    private protected override Task<TestStore> OpenAtAsync(string schema) => server.OpenStoreAsync(schema);
}

public sealed class SpentMessagesOnSqlite : SpentMessagesContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class SpentMessagesOnPostgreSQL(PrivatePostgres server) : SpentMessagesContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class ConversationsOnSqlite : ConversationsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class ConversationsOnPostgreSQL(PrivatePostgres server) : ConversationsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class MessageRecordsOnSqlite : MessageRecordsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class MessageRecordsOnPostgreSQL(PrivatePostgres server) : MessageRecordsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class CorrectionsOnSqlite : CorrectionsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class CorrectionsOnPostgreSQL(PrivatePostgres server) : CorrectionsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}

public sealed class OwnModelsOnSqlite : OwnModelsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class OwnModelsOnPostgreSQL(PrivatePostgres server) : OwnModelsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}
