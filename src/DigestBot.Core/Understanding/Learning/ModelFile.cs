using System.Buffers;
using System.Text;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// A model as a file: a mark, a version, what it is for, its figures, then only the slots that weigh anything, and a sum over
/// all of it. The same model is the same bytes. What is read is checked before it is believed.
/// </summary>
public static class ModelFile
{
    /// <summary>The version that is written; a newer one is refused.</summary>
    public const ushort Version = 1;

    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 64 << 20;

    internal const int MostLabels = 200, LongestName = 400, FewestBits = 10, MostBits = 20;

    internal static ReadOnlySpan<byte> Mark => "DigestML"u8;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="target">Where it goes; left open.</param>
    public static void Write(TrainedModel model, Stream target)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Version);
        WriteHead(writer, model);
        WriteWeights(writer, model.Weights);
        writer.Flush();
        writer.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        bytes.WriteTo(target);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="source">Read from where it stands to its end; left open.</param>
    /// <exception cref="ModelFormatException">It is no model, broken, too large, or of a newer version.</exception>
    public static TrainedModel Read(Stream source)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var count = Fill(source, ref bytes);
            return new ModelParser(bytes.AsSpan(0, count)).Parse();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A sum that a changed byte changes (FNV-1a over eight bytes at a time).</summary>
    internal static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = Folding.Empty;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = (sum ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x9E3779B97F4A7C15;
        foreach (var b in bytes)
            sum = (sum ^ b) * 0x9E3779B97F4A7C15;
        return sum ^ (sum >> 32);
    }

    private static int Fill(Stream source, ref byte[] bytes)
    {
        var count = 0;
        while (source.Read(bytes, count, bytes.Length - count) is var read and > 0)
        {
            count += read;
            if (count > Largest)
                throw new ModelFormatException($"it is larger than {Largest >> 20} MB.");
            if (count < bytes.Length)
                continue;
            var wider = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
            bytes.AsSpan(0, count).CopyTo(wider);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = wider;
        }
        return count;
    }

    private static void WriteHead(BinaryWriter writer, TrainedModel model)
    {
        writer.Write((byte)model.Task);
        writer.Write((byte)model.Weights.Bits);
        writer.Write((ushort)model.Labels.Count);
        writer.Write(model.KnowsStrangers);
        writer.Write((ushort)model.Translation.Pairs.Count);
        foreach (var name in model.Labels.Concat(model.Meanings).Append(model.Figures.Measure))
            WriteName(writer, name);
        foreach (var (name, label) in model.Translation.Pairs)
        {
            WriteName(writer, name);
            writer.Write((ushort)label);
        }
        writer.Write(model.Figures.Own);
        writer.Write(model.Figures.Shipped);
        writer.Write(model.Figures.Rows);
        foreach (var number in model.Weights.Units)
            writer.Write(number);
        foreach (var number in model.Weights.Biases)
            writer.Write(number);
    }

    private static void WriteName(BinaryWriter writer, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        writer.Write((ushort)bytes.Length);
        writer.Write(bytes);
    }

    private static void WriteWeights(BinaryWriter writer, LinearModel model)
    {
        var columns = model.Columns;
        var used = Enumerable.Range(0, 1 << model.Bits).Where(slot => model.Weights.Slice(slot * columns, columns).ContainsAnyExcept((short)0)).ToArray();
        writer.Write(used.Length);
        var before = -1;
        foreach (var slot in used)
        {
            writer.Write7BitEncodedInt(slot - before);
            before = slot;
            foreach (var weight in model.Weights.Slice(slot * columns, columns))
                writer.Write(weight);
        }
    }
}
