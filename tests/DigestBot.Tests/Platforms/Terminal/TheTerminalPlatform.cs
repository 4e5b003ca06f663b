using System.Text;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Terminal;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Terminal;

public sealed class TheTerminalPlatform : ChatPlatformContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-terminal");
    private readonly StringWriter _screen = new();
    private TerminalPlatform _platform;

    public TheTerminalPlatform() => _platform = Start();

    private protected override IChatPlatform Platform => _platform;

    public void Dispose()
    {
        _platform.Dispose();
        _screen.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Still_knows_what_stands_after_a_restart()
    {
        var sent = Assert.IsType<SendResult.Sent>(await _platform.PostAsync(First(), default));
        Restart();

        Assert.Equal(new LookUp.Found(sent.Message), await _platform.FindAsync(First().Key, First().Channel, null, default));
    }

    [Fact]
    public async Task Takes_a_line_that_a_killed_process_left_half_written_for_not_sent()
    {
        await _platform.PostAsync(First(), default);
        var whole = Lines();
        _platform.Dispose();
        await File.AppendAllTextAsync(_platform.PathOf(First().Channel), whole[0][..40].Replace("|0", "|1", StringComparison.Ordinal));
        _platform = Start();

        var first = Assert.IsType<LookUp.Found>(await _platform.FindAsync(First().Key, First().Channel, null, default)).Message;
        Assert.IsType<LookUp.Absent>(await _platform.FindAsync(Point(1, first).Key, First().Channel, first, default));
        await _platform.PostAsync(Point(1, first), default);
        Assert.Equal(2, Lines().Length);
        Assert.All(Lines(), line => Assert.NotNull(TerminalLine.Parse(line)));
    }

    [Fact]
    public async Task Keeps_each_message_on_one_line_whatever_it_holds()
    {
        await _platform.PostAsync(First() with { Content = new TextContent("one\ntwo\r\n\u2028three", []) }, default);

        Assert.Single(Lines());
    }

    [Fact]
    public async Task Shows_the_edition_on_the_screen_once_and_its_touch_points_only_in_the_file()
    {
        var sent = Assert.IsType<SendResult.Sent>(await _platform.PostAsync(First(), default));
        var shown = _screen.ToString();
        await _platform.PostAsync(Point(1, sent.Message), default);
        await _platform.UpdateAsync(sent.Message, First(), default);

        Assert.Contains(Editions.OrdinaryEdition().TouchPoints[0].Headline, shown, StringComparison.Ordinal);
        Assert.Equal(shown, _screen.ToString());
        Assert.Equal(3, Lines().Length);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("C:\\x")]
    public void Keeps_the_file_in_the_data_folder_whatever_the_channel_is_called(string channel) =>
        Assert.Equal(_folder.FullName, Path.GetDirectoryName(Path.GetFullPath(_platform.PathOf(channel))));

    private TerminalPlatform Start() =>
        new(_folder.FullName, TerminalConsole.For(_screen, isPlain: true, 100), FakeClock.OnMonday());

    private void Restart()
    {
        _platform.Dispose();
        _platform = Start();
    }

    private string[] Lines()
    {
        using var reader = new StreamReader(new FileStream(_platform.PathOf(First().Channel), FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
