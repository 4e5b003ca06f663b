using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using DigestBot.Settings;
using DigestBot.Sources;
using Secret = DigestBot.Outgoing.Secret;

namespace DigestBot.Cli.Sourcing;

/// <summary>Makes an entry of the settings from what was typed and what is asked.</summary>
internal sealed class SourceForm(SourceKind kind, SecretValues secrets)
{
    private const int WrongArguments = 2;

    /// <summary>The entry; secrets are protected.</summary>
    /// <exception cref="CommandException">Something is missing, or is no key=value.</exception>
    public async Task<JsonObject> FillAsync(string name, IReadOnlyList<string> typed, Asked asked, CancellationToken stop)
    {
        var given = typed.Select(Pair).ToList();
        var entry = new JsonObject { [nameof(SourceOptions.Name)] = name, [nameof(SourceOptions.Kind)] = kind.Name };
        var questions = kind.Options.GetProperties().Where(property => property.GetCustomAttribute<AskAttribute>() is not null).ToList();
        foreach (var property in questions)
        {
            var question = property.GetCustomAttribute<AskAttribute>()!;
            var value = given.FindLast(pair => Is(pair.Key, property.Name)).Value;
            if (value is null && given.Exists(pair => Is(pair.Key, property.Name + SecretValues.FileEnding)))
                continue; // named as a file
            var answer = await asked.ForAsync($"{property.Name} ({question.Question})", value, [question.Example], stop, property.GetCustomAttribute<RequiredAttribute>() is not null);
            if (answer.Length > 0)
                Put(entry, property.Name, Kept(property, answer));
        }
        foreach (var (key, value) in given.Where(pair => !questions.Exists(property => Is(pair.Key, property.Name))))
            Put(entry, key, SecretNamed(key) ? secrets.Protect(FromFile(value)) : value);
        return entry;
    }

    private string Kept(PropertyInfo property, string answer) => property.PropertyType == typeof(Secret) ? secrets.Protect(FromFile(answer)) : answer;

    private bool SecretNamed(string key) => SecretValues.NamesIn(kind.Options).Any(name => Is(name, key));

    // "@path" keeps a secret out of the shell's history.
    private static string FromFile(string value)
    {
        if (!value.StartsWith('@'))
            return value;
        return File.Exists(value[1..]) ? File.ReadAllText(value[1..]).Trim() : throw new CommandException($"There is no file {value[1..]}. Check the path.", WrongArguments);
    }

    // "Columns:text=Review" is an entry of a table.
    private static void Put(JsonObject entry, string key, string value)
    {
        var steps = key.Split(':');
        var at = entry;
        foreach (var step in steps[..^1])
            at = (JsonObject)(at[step] ??= new JsonObject());
        at[steps[^1]] = value;
    }

    private static (string Key, string Value) Pair(string typed) => typed.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? (typed[..at], typed[(at + 1)..])
        : throw new CommandException($"--set is '{typed}'; write key=value.", WrongArguments);

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
