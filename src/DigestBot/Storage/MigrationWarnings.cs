using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigestBot.Storage;

/// <summary>How EF treats migrations here.</summary>
internal static class MigrationWarnings
{
    /// <summary>
    /// Migrations are written by hand in SQL and have no model snapshot, so EF cannot compare the two and would always warn.
    /// That table and model agree is held by a test that reads every column of every table.
    /// </summary>
    public static DbContextOptionsBuilder<T> WithOwnMigrations<T>(this DbContextOptionsBuilder<T> options)
        where T : DbContext =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
