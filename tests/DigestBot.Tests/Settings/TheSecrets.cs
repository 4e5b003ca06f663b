using DigestBot.Cli;
using DigestBot.Settings;
using DigestBot.Tests.Sources.Example;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Secret = DigestBot.Outgoing.Secret;

namespace DigestBot.Tests.Settings;

public sealed class TheSecrets
{
    private const string Hush = "very-secret";

    [Fact]
    public void Print_nothing_of_themselves_wherever_they_stand()
    {
        var options = new ExampleOptions { Name = "x", Token = new(Hush) };

        Assert.DoesNotContain(Hush, $"{options} {options.Token} {options.Token.Print} {System.Text.Json.JsonSerializer.Serialize(options)}", StringComparison.Ordinal);
        Assert.Equal(Hush, options.Token.Reveal());
    }

    [Fact]
    public void Are_read_from_a_file_of_their_own_without_its_line_break()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Hush + "\n");
            Assert.Equal(Hush, Read(new(protection: null), ("Token" + SecretValues.FileEnding, path)).Reveal());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Are_told_by_key_and_path_when_their_file_cannot_be_read()
    {
        var failure = Assert.Throws<CommandException>(() => Read(new(protection: null), ("TokenFile", "/no/such/file")));

        Assert.Contains("Sources:0:TokenFile is '/no/such/file'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_kept_unreadable_and_opened_with_the_keys_they_were_kept_under()
    {
        var values = new SecretValues(new EphemeralDataProtectionProvider());
        var kept = values.Protect(Hush);

        Assert.DoesNotContain(Hush, kept, StringComparison.Ordinal);
        Assert.Equal(Hush, Read(values, ("Token", kept)).Reveal());
        var others = new SecretValues(new EphemeralDataProtectionProvider());
        Assert.Contains("digestbot source add", Assert.Throws<CommandException>(() => Read(others, ("Token", kept))).Message, StringComparison.Ordinal);
    }

    private static Secret Read(SecretValues values, params (string Key, string Value)[] written)
    {
        var pairs = written.Select(pair => KeyValuePair.Create($"Sources:0:{pair.Key}", (string?)pair.Value));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Sources:0:Name", "x"), .. pairs]).Build();
        return ((ExampleOptions)values.Bind(settings.GetSection("Sources:0"), typeof(ExampleOptions))).Token!;
    }
}
