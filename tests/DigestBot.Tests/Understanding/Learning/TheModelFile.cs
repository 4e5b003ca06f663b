using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Tests.Understanding.Learning;

public sealed class TheModelFile
{
    private static readonly byte[] Good = Lessons.Bytes(Lessons.Model);

    [Fact]
    public void Gives_back_the_model_that_was_written()
    {
        var read = Read(Good);
        Assert.Equal(Lessons.Model.Labels, read.Labels);
        Assert.Equal(Lessons.Model.Figures, read.Figures);
        Assert.Equal(ReadingTask.Kind, read.Task);
        Assert.Equal(Good, Lessons.Bytes(read));
        Assert.Equal("feature", new LocalReader(new ReadingRules(new Brand("")), [read]).Read(Reading.Said("The scanner needs a dark theme.")).KindName);
    }

    [Fact]
    public void Is_refused_in_plain_words_when_it_is_something_else_or_of_a_newer_version()
    {
        Assert.Contains("is not a model", Refusal("{\"id\":1}"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is not a model", Refusal([]), StringComparison.Ordinal);
        var newer = Good.ToArray();
        newer[8] = 99;
        Assert.Contains("newer version", Refusal(newer), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_wherever_it_is_cut_off()
    {
        for (var length = 0; length < Good.Length; length += Math.Max(1, length / 20))
            Refusal(Good[..length]);
    }

    [Fact]
    public void Is_refused_whichever_byte_is_changed()
    {
        for (var at = 0; at < Good.Length; at += 1 + (at / 15))
        {
            var changed = Good.ToArray();
            changed[at] ^= 0x41;
            Refusal(changed);
        }
    }

    [Fact]
    public void Never_throws_anything_but_the_refusal_though_the_sum_be_right()
    {
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            var hostile = Good[..random.Next(11, Math.Min(Good.Length, 2_000))];
            for (var i = random.Next(1, 12); i > 0; i--)
                hostile[random.Next(10, hostile.Length)] = (byte)random.Next(256);
            Assert.Null(Record.Exception(() => Try(Summed(hostile))));
        }
    }

    [Fact]
    public void Is_refused_when_it_asks_for_more_room_than_any_model_needs()
    {
        var greedy = Good.ToArray();
        (greedy[11], greedy[12], greedy[13]) = (20, 200, 0); // 200 labels in a million slots
        Refusal(Summed(greedy[..^8]));
        using var endless = new Endless();
        Assert.Contains("larger than", Assert.Throws<ModelFormatException>(() => ModelFile.Read(endless)).Message, StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ModelFormatException>(() => Read(bytes)).Message;

    private static TrainedModel Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return ModelFile.Read(file);
    }

    private static void Try(byte[] bytes)
    {
        try
        {
            Read(bytes);
        }
        catch (ModelFormatException)
        {
            // what is promised
        }
    }

    private static byte[] Summed(byte[] content) => [.. content, .. BitConverter.GetBytes(ModelFile.Checksum(content))];

    private sealed class Endless : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => count;
    }
}
