using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Outgoing;

/// <summary>
/// A password, token or key of the settings. It never prints itself: not in logs, records, faults or JSON.
/// In settings it is a text (<c>Token</c>), or the path of a file that holds it (<c>TokenFile</c>).
/// </summary>
/// <param name="value">What is to be kept secret; white space around it is dropped, as files end in a line break.</param>
[TypeConverter(typeof(FromText))]
internal sealed class Secret(string value)
{
    private readonly string _value = value.Trim();

    /// <summary>There is something in it.</summary>
    public bool IsGiven => _value.Length > 0;

    /// <summary>The value itself; to be put on the wire and nowhere else.</summary>
    public string Reveal() => _value;

    /// <summary>Tells two secrets apart without telling either; what accounts are named by.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 8));

    /// <summary>Says nothing.</summary>
    public override string ToString() => "(secret)";

    private sealed class FromText : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => new Secret((string)value);
    }
}
