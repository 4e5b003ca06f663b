using DigestBot.Core.Mentions;
using DigestBot.Storage.Mentions;
using DigestBot.Storage.Queues;
using DigestBot.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DigestBot.Storage;

/// <summary>
/// The tables, the same on every engine. Mentions themselves are not mapped: they are written in bulk past the change tracker and
/// streamed past it. Each engine derives a context of its own, because migrations belong to a context type.
/// </summary>
internal abstract class DigestDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<SourceRunRow> SourceRuns => Set<SourceRunRow>();

    public DbSet<WeekSummaryRow> WeekSummaries => Set<WeekSummaryRow>();

    public DbSet<EditionRow> Editions => Set<EditionRow>();

    public DbSet<TouchPointRow> TouchPoints => Set<TouchPointRow>();

    public DbSet<FollowUpRow> FollowUps => Set<FollowUpRow>();

    public DbSet<KudosRow> Kudos => Set<KudosRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<InstallTicketRow> InstallTickets => Set<InstallTicketRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    public DbSet<ReactionRow> Reactions => Set<ReactionRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<ModelAnswerRow> ModelAnswers => Set<ModelAnswerRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<SameStoryRow> SameStories => Set<SameStoryRow>();

    public DbSet<AlertBookRow> AlertBooks => Set<AlertBookRow>();

    public DbSet<OwnModelRow> OwnModels => Set<OwnModelRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveConversion<CleanConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SourceRow>(t => t.ToTable("sources").HasKey(s => s.Name));
        modelBuilder.Entity<SourceRunRow>(t => t.ToTable("source_runs").HasKey(r => r.Id));
        modelBuilder.Entity<WeekSummaryRow>(t => t.ToTable("week_summaries").HasKey(s => new { s.Zone, s.Week }));
        modelBuilder.Entity<EditionRow>(Versioned<EditionRow>("editions", e => e.HasKey(r => new { r.Digest, r.Week })));
        modelBuilder.Entity<TouchPointRow>(t => t.ToTable("touch_points").HasKey(p => new { p.Id, p.Digest, p.Week }));
        modelBuilder.Entity<FollowUpRow>(Versioned<FollowUpRow>("follow_ups", f => f.HasKey(r => r.Number)));
        modelBuilder.Entity<FollowUpRow>().Property(f => f.Number).ValueGeneratedNever();
        modelBuilder.Entity<KudosRow>(t => t.ToTable("kudos").HasKey(k => new { k.TouchPointId, k.Person }));
        modelBuilder.Entity<AuditRow>(t => t.ToTable("audit").HasKey(a => a.Id));
        modelBuilder.Entity<FeedbackRow>(t => t.ToTable("feedback").HasKey(f => new { f.Digest, f.Person, f.StoryKey }));
        modelBuilder.Entity<CustomerRow>(t => t.ToTable("customers").HasKey(c => c.Handle));
        modelBuilder.Entity<DeliveryRow>(t => t.ToTable("deliveries").HasKey(d => d.Key));
        modelBuilder.Entity<DeliveryRow>().Ignore(d => d.Posted);
        modelBuilder.Entity<InboxRow>(t => t.ToTable("inbox").HasKey(i => i.Id));
        modelBuilder.Entity<PersonRow>(t => t.ToTable("people").HasKey(p => p.Id));
        modelBuilder.Entity<InstallationRow>(Versioned<InstallationRow>("installations", i => i.HasKey(r => new { r.Platform, r.Workspace })));
        modelBuilder.Entity<InstallTicketRow>(t => t.ToTable("install_tickets").HasKey(i => i.Ticket));
        modelBuilder.Entity<ProtectionKeyRow>(t => t.ToTable("protection_keys").HasKey(k => k.Name));
        modelBuilder.Entity<ReactionRow>(t => t.ToTable("reactions").HasKey(r => new { r.Platform, r.Channel, r.Message, r.Person, r.Emoji }));
        modelBuilder.Entity<CommentRow>(t => t.ToTable("comments").HasKey(c => new { c.Platform, c.Channel, c.Message }));
        modelBuilder.Entity<ConversationRow>(t => t.ToTable("conversations").HasKey(c => new { c.Platform, c.Place }));
        modelBuilder.Entity<CorrectionRow>(t => t.ToTable("corrections").HasKey(c => new { c.Source, c.ExternalId, c.Field }));
        modelBuilder.Entity<SameStoryRow>(t => t.ToTable("same_stories").HasKey(s => new { s.OneSource, s.OneId, s.OtherSource, s.OtherId }));
        modelBuilder.Entity<ModelAnswerRow>(t => t.ToTable("model_answers").HasKey(a => a.Key));
        modelBuilder.Entity<AlertBookRow>(Versioned<AlertBookRow>("alert_books", b => b.HasKey(r => r.Digest)));
        modelBuilder.Entity<OwnModelRow>(t => t.ToTable("own_models").HasKey(m => m.Task));
        NameColumns(modelBuilder);
    }

    private static Action<EntityTypeBuilder<T>> Versioned<T>(string table, Action<EntityTypeBuilder<T>> key)
        where T : class => entity =>
    {
        key(entity.ToTable(table));
        entity.Property("Version").IsConcurrencyToken();
    };

    // said_at for SaidAt: names that need no quotes in SQL written by hand.
    private static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            property.SetColumnName(string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant());
    }

    // Ids and words come from outside too: PostgreSQL refuses U+0000 in a value it is asked to look for as in one to keep.
    private sealed class CleanConverter() : ValueConverter<string, string>(text => CleanText.Of(text), text => text);
}
