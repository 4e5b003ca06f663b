using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Storage;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Storage;

public sealed class TheStoredJson
{
    [Fact]
    public void Passes_over_what_a_later_program_has_added()
    {
        var document = StoredJson.Write(Editions.OrdinaryEdition()).Replace("{", "{\"Invented\":{\"Later\":[1]},", StringComparison.Ordinal);
        Whole.Same(Editions.OrdinaryEdition(), StoredJson.Read<Edition>(document));
    }

    [Fact]
    public void Gives_what_an_older_program_did_not_write_its_default()
    {
        const string Old = """
            {"Edition":{"Digest":"weekly","Week":"2026-W46"},"TouchPointId":"t","StoryKey":"k","Headline":"h","Owner":"o","AskedBy":"a","CreatedAt":"2026-11-09T00:00:00+00:00"}
            """;
        var followUp = StoredJson.Read<FollowUp>(Old);
        Assert.Empty(followUp.History);
        Assert.Equal((1, FollowUpState.Open), (followUp.Version, followUp.State));
    }

    [Fact]
    public void Names_weeks_and_states_so_that_people_can_read_them_and_renumbering_breaks_nothing()
    {
        var document = StoredJson.Write(Editions.OrdinaryEdition());
        Assert.Contains("\"Week\":\"2026-W46\"", document, StringComparison.Ordinal);
        Assert.Contains("\"State\":\"Published\"", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Headline\":\"what a customer said\"}")]
    [InlineData("what a customer said")]
    [InlineData("null")]
    public void Tells_of_a_damaged_document_without_its_content(string document)
    {
        var fault = Assert.Throws<StorageException>(() => StoredJson.Read<FollowUp>(document));
        Assert.Contains("FollowUp", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("customer", fault.ToString(), StringComparison.Ordinal);
    }
}
