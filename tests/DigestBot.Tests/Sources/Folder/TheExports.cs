using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Sources.Folder;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Folder;

/// <summary>Exports of the listening suites, in their shapes, with fictional content.</summary>
public sealed class TheExports : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-exports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_Brandwatch_have_lines_above_their_header()
    {
        var read = await ReadAsync(FolderPreset.Brandwatch, """
            Report:,Bulk Mentions Download
            Brand:,Acme Air
            From:,2026-11-01
            To:,2026-11-21
            Label:,

            Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Author,Full Name,Full Text,Impressions,Twitter Followers,Twitter Retweets,Twitter Reply Count,Resource Id
            1998,Acme Air,2026-11-20 14:05:31.0,"@acmeair my bag is ...","@acmeair my bag is still in Oslo",https://x.example/ana/status/1,x.example,negative,twitter,en,ana_k,Ana K,"@acmeair my bag is still in Oslo, day three",1204,512,3,2,17af
            """);

        Assert.Equal(("17af", "ana_k", "@acmeair my bag is still in Oslo, day three", "en"), (read.Id.ExternalId, read.Author, read.Text, read.Language));
        Assert.Equal((new Engagement(0, 3, 2, 1204), 512L), (read.Engagement, read.AuthorFollowers));
        Assert.Equal(new(2026, 11, 20, 14, 5, 31, TimeSpan.Zero), read.SaidAt);
    }

    [Fact]
    public async Task Of_Meltwater_are_tab_separated_in_UTF_16()
    {
        var read = await ReadAsync(FolderPreset.Meltwater, """
            Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Subregion,State,City,Language,Reach,Desktop Reach,Mobile Reach,AVE,Sentiment,Key Phrases,Input Name,Keywords,Document Tags,Engagement,Views
            20-Nov-2026 09:15AM,Acme Air adds gates,https://news.example.com/gates,Opening words,Acme Air adds two gates,Example News,@newsdesk,Norway,,,Oslo,en,52000,20000,32000,481,Positive,gates,Acme,Acme Air,,12,1200
            """.Replace(',', '\t'), Encoding.Unicode, zone: "Europe/Oslo");

        Assert.Equal(("https://news.example.com/gates", "newsdesk", "Acme Air adds gates\nAcme Air adds two gates", 1200L), (read.Id.ExternalId, read.Author, read.Text, read.Engagement.Views));
        Assert.Equal(new(2026, 11, 20, 8, 15, 0, TimeSpan.Zero), read.SaidAt);
    }

    [Fact]
    public async Task Of_Sprinklr_call_the_text_a_conversation_stream()
    {
        var read = await ReadAsync(FolderPreset.Sprinklr, """
            Conversation Stream,Campaign ID,Profile URL,User Name,Permalink,Created Time,snType column,Author Screen Name,Media Type,Media URL,Sender Screen Name,Sender Follower Count,Sender Bio
            "Boarding was a breeze",,https://x.example/ben,Ben,https://x.example/ben/status/2,1795161600000,TWITTER,ben,,,ben_air,"1,204",
            """);

        Assert.Equal(("https://x.example/ben/status/2", "ben_air", "Boarding was a breeze", 1204L), (read.Id.ExternalId, read.Author, read.Text, read.AuthorFollowers));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_161_600_000), read.SaidAt);
    }

    [Fact]
    public async Task Of_Talkwalker_name_their_columns_with_dots()
    {
        var read = await ReadAsync(FolderPreset.Talkwalker, """
            url;indexed;published;title;content;title_snippet;content_snippet;lang;sentiment;article_extended_attributes.num_comments;article_extended_attributes.twitter_likes;source_extended_attributes.twitter_followers;extra_author_attributes.name;extra_author_attributes.short_name;engagement;reach
            https://x.example/cleo/status/3;2026-11-20 10:00:00;2026-11-20 09:58:00;;"The lounge is full again";;;de;-5;4;9;77;Cleo M;cleo_m;13;77
            """);

        Assert.Equal(("cleo_m", "The lounge is full again", "de"), (read.Author, read.Text, read.Language));
        Assert.Equal((new Engagement(9, 0, 4), 77L), (read.Engagement, read.AuthorFollowers));
    }

    [Fact]
    public async Task Of_Sprout_Social_have_days_in_the_order_of_the_account()
    {
        var read = await ReadAsync(FolderPreset.SproutSocial, """
            Date,Message ID,Network,Message Type,Author,Permalink,Message,Impressions,Reactions,Comments,Shares
            03/11/2026 4:30 pm,m-9,X,Mention,dan,https://x.example/dan/status/4,Thank you for the upgrade,300,5,1,0
            """, dayFirst: true);

        Assert.Equal(("m-9", "dan", "Thank you for the upgrade", 5L), (read.Id.ExternalId, read.Author, read.Text, read.Engagement.Likes));
        Assert.Equal(new(2026, 11, 3, 16, 30, 0, TimeSpan.Zero), read.SaidAt);
    }

    private async Task<Mention> ReadAsync(FolderPreset preset, string content, Encoding? encoding = null, string zone = "UTC", bool dayFirst = false)
    {
        encoding ??= Encoding.UTF8;
        await File.WriteAllBytesAsync(Path.Combine(_folder, "export.csv"), [.. encoding.GetPreamble(), .. encoding.GetBytes(content)]);
        var source = new FolderSource(new() { Name = "suite", Path = _folder, Preset = preset, TimeZone = zone, DayFirst = dayFirst, Settle = TimeSpan.Zero }, VendorParts.On(new HurriedClock()));
        var pages = await source.CollectAsync(null, CancellationToken.None).ToListAsync();
        Assert.Empty(pages.SelectMany(page => page.Skipped));
        return Assert.Single(pages.SelectMany(page => page.Mentions));
    }
}
