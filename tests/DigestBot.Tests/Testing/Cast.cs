using DigestBot.Core.Actions;

namespace DigestBot.Tests.Testing;

/// <summary>The people of Acme Air: the cast of the walk.</summary>
internal static class Cast
{
    public static readonly Person Ana = new("fake:ana", "Ana", "Europe/Paris", Roles.Executive);
    public static readonly Person Ben = new("fake:ben", "Ben", "Europe/Paris", Roles.Executive);
    public static readonly Person Cleo = new("fake:cleo", "Cleo", "Europe/Paris", Roles.Curator);
    public static readonly Person Dev = new("fake:dev", "Dev", "America/New_York", Roles.Anyone);
    public static readonly Person Eve = new("fake:eve", "Eve", "Europe/Paris", Roles.Anyone);
    public static readonly Person Max = new("fake:max", "Max", "Europe/Paris", Roles.Anyone);

    public static IReadOnlyList<Person> All { get; } = [Ana, Ben, Cleo, Dev, Eve, Max];
}
