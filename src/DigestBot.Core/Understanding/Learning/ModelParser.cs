using System.Buffers.Binary;
using System.Text;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>Reads the bytes of a model file; whatever they are, it ends in a model or in a <see cref="ModelFormatException"/>.</summary>
internal ref struct ModelParser(ReadOnlySpan<byte> bytes)
{
    private const int MostRows = 1 << 30;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>The model.</summary>
    internal TrainedModel Parse()
    {
        CheckFrame();
        var task = (ReadingTask)Take(1)[0];
        if (!Enum.IsDefined(task))
            throw new ModelFormatException("it is for a task that this version does not know.");
        var bits = Between(Take(1)[0], ModelFile.FewestBits, ModelFile.MostBits);
        var labels = Between(UInt16(), 2, ModelFile.MostLabels);
        var columns = labels + Between(Take(1)[0], 0, 1);
        var words = Between(UInt16(), 0, ModelFile.MostLabels);
        var (names, meanings, measure) = (Names(labels), Names(labels), Name());
        var translation = Words(words, labels);
        if (names.Distinct(StringComparer.Ordinal).Count() != labels)
            throw Broken();
        var figures = new TrainingFigures(measure, Share(), Share(), Between(Int32(), 0, MostRows));
        var (units, biases) = (Numbers(columns), Numbers(columns));
        var model = new LinearModel(bits, Weights(bits, columns), units, biases);
        return _left.IsEmpty ? new(task, names, meanings, translation, model, figures) : throw Broken();
    }

    private void CheckFrame()
    {
        if (!_left.StartsWith(ModelFile.Mark))
            throw new ModelFormatException("it is not a model that 'digestbot train' has written.");
        var all = _left;
        Take(ModelFile.Mark.Length);
        var version = UInt16();
        if (version > ModelFile.Version)
            throw new ModelFormatException($"it was written by a newer version (format {version}, known up to {ModelFile.Version}).");
        if (version == 0 || _left.Length < sizeof(ulong))
            throw Broken();
        if (BinaryPrimitives.ReadUInt64LittleEndian(all[^sizeof(ulong)..]) != ModelFile.Checksum(all[..^sizeof(ulong)]))
            throw Broken();
        _left = _left[..^sizeof(ulong)];
    }

    private short[] Weights(int bits, int columns)
    {
        Between(columns, 2, LinearModel.MostWeights >> bits);
        var used = Between(Int32(), 0, 1 << bits);
        if (_left.Length < (long)used * (1 + (columns * sizeof(short))))
            throw Broken(); // before room is made for what is not there
        var weights = new short[columns << bits];
        var slot = -1;
        for (var i = 0; i < used; i++)
        {
            slot += Gap();
            if (slot >= 1 << bits)
                throw Broken();
            for (var column = 0; column < columns; column++)
                weights[(slot * columns) + column] = BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));
        }
        return weights;
    }

    private int Gap()
    {
        var gap = 0;
        for (var shift = 0; shift <= 21; shift += 7)
        {
            var b = Take(1)[0];
            gap |= (b & 0x7F) << shift;
            if (b < 0x80)
                return gap > 0 ? gap : throw Broken();
        }
        throw Broken();
    }

    private Translation Words(int count, int labels)
    {
        var words = new (string, int)[count];
        for (var i = 0; i < count; i++)
            words[i] = (Name(), Between(UInt16(), 0, labels - 1));
        return new(words);
    }

    private string[] Names(int count)
    {
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = Name();
        return names;
    }

    private string Name()
    {
        var name = Take(Between(UInt16(), 0, ModelFile.LongestName));
        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            throw Broken();
        }
    }

    private float[] Numbers(int count)
    {
        var numbers = new float[count];
        foreach (ref var number in numbers.AsSpan())
        {
            number = BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));
            if (!float.IsFinite(number) || Math.Abs(number) > 1e6f)
                throw Broken();
        }
        return numbers;
    }

    private double Share() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))) is var share and >= 0 and <= 1 ? share : throw Broken();

    private ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_left.Length < count)
            throw Broken();
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    private static int Between(int number, int least, int most) => number >= least && number <= most ? number : throw Broken();

    private static ModelFormatException Broken() => new("it is broken: cut off or changed since it was written.");
}
