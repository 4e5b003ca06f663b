using DigestBot.Storage;

namespace DigestBot.Tests.Storage;

public sealed class TheStorageLocation
{
    [Fact]
    public void Is_in_the_users_data_folder_unless_settings_name_another()
    {
        var main = StorageLocation.Of(new(), StorageLocation.MainFile);
        var sample = StorageLocation.Of(new(), StorageLocation.SampleFile);
        Assert.Equal(Path.Combine(StorageLocation.UserDataFolder(), "digestbot.db"), main.File);
        Assert.Equal(Path.Combine(StorageLocation.UserDataFolder(), "digestbot-sample.db"), sample.File);
        Assert.True(Path.IsPathRooted(main.Display));
    }

    [Fact]
    public void Is_where_the_connection_string_says_with_its_whole_path()
    {
        var named = StorageLocation.Of(new() { ConnectionString = "Data Source=here/it is.db" }, StorageLocation.MainFile);
        Assert.Equal(Path.GetFullPath("here/it is.db"), named.File);
    }

    [Theory]
    [InlineData("digestbot.db")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Datasauce=x")]
    [InlineData("Data Source=x;Mode=maybe")]
    public void Says_what_a_connection_string_must_look_like(string wrong)
    {
        var fault = Assert.Throws<StorageException>(() => StorageLocation.Of(new() { ConnectionString = wrong }, StorageLocation.MainFile));
        Assert.Contains("Storage:ConnectionString", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Data Source=/path/to/digestbot.db", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_shows_a_password()
    {
        var server = StorageLocation.Of(Server("Host=db;Port=5433;Database=digests;Username=bot;Password=secret"), StorageLocation.MainFile);
        Assert.Equal("PostgreSQL db:5433/digests", server.Display);
        Assert.Null(server.File);
        var fault = Assert.Throws<StorageException>(() => StorageLocation.Of(Server("Host=db;Password=secret;Port=none"), StorageLocation.MainFile));
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Must_be_given_for_PostgreSQL() =>
        Assert.Contains("Host=", Assert.Throws<StorageException>(() => StorageLocation.Of(Server(null), StorageLocation.MainFile)).Message, StringComparison.Ordinal);

    [Fact]
    public void Makes_a_folder_that_is_its_owners_only()
    {
        var parent = Directory.CreateTempSubdirectory("digestbot-location-");
        try
        {
            var location = StorageLocation.Of(new() { ConnectionString = $"Data Source={parent}/made/x.db" }, StorageLocation.MainFile);
            Assert.Equal(Path.Combine(parent.FullName, "made"), location.Folder);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(location.Folder));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    private static StorageOptions Server(string? connectionString) => new() { Provider = StorageProvider.PostgreSQL, ConnectionString = connectionString };
}
