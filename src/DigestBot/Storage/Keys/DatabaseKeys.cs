using System.Xml.Linq;
using DigestBot.Storage.Records;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DigestBot.Storage.Keys;

/// <summary>Data Protection keys in the database, where every process finds them; encrypted before they come here.</summary>
internal sealed class DatabaseKeys(StorageEngine engine) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = engine.Read();
        return [.. context.ProtectionKeys.OrderBy(key => key.Name).Select(key => key.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc />
    /// <remarks>The framework asks for it outside any task; it happens once in ninety days.</remarks>
    public void StoreElement(XElement element, string friendlyName) => engine.WriteAsync(
        WriteLane.Normal,
        session =>
        {
            session.Context.ProtectionKeys.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            return session.Context.SaveChangesAsync(CancellationToken.None);
        },
        CancellationToken.None).GetAwaiter().GetResult();
}
