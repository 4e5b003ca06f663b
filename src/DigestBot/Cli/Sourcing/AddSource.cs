using System.CommandLine;
using System.Text.Json.Nodes;
using DigestBot.Core.Understanding;
using DigestBot.Settings;
using DigestBot.Sources;

namespace DigestBot.Cli.Sourcing;

/// <summary><c>source add</c>: asks for what a kind needs, tries it at once, and keeps it beside the data.</summary>
internal static class AddSource
{
    private const int WrongArguments = 2;

    private static readonly Option<string?> Kind = new("--kind") { Description = "Which kind. Default: asks, and shows what there is." };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the source: lower-case letters, digits, hyphens." };
    private static readonly Option<string?> Brand = new("--brand") { Description = "What is listened for, when the settings do not say yet." };
    private static readonly Option<string[]> Set = new("--set") { Description = "A setting of the source as key=value; as often as needed. Secrets: better asked for, or key=@file." };

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var add = new Command("add", "Connect a source. Example: digestbot source add --kind Rss --name press --set Address=https://news.example.com/feed") { Kind, Name, Brand, Set };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction(async (typed, stop) =>
        {
            var asked = new Asked(System.Console.In, System.Console.Error, !System.Console.IsInputRedirected);
            await using var program = Program.Build(CommandLine.HostArguments(typed));
            return await RunAsync(program.Services, new(typed.GetValue(Kind), typed.GetValue(Name), typed.GetValue(Brand), typed.GetValue(Set) ?? []), asked, System.Console.Out, System.Console.Error, stop);
        });
        return add;
    }

    /// <summary>Adds a source; 0 when it could be read and is kept.</summary>
    /// <exception cref="CommandException">Something needed is missing or wrong; nothing is kept.</exception>
    internal static async Task<int> RunAsync(IServiceProvider services, Wanted wanted, Asked asked, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var kind = KindOf(await asked.ForAsync("Kind", wanted.Kind, SourceKinds.All.Select(known => $"{known.Name}: {known.Summary}"), stop));
        var secrets = services.GetRequiredService<SecretValues>();
        var name = await asked.ForAsync("Name", wanted.Name, ["press"], stop);
        var entry = await new SourceForm(kind, secrets).FillAsync(name, wanted.Values, asked, stop);
        var file = services.GetRequiredService<SetupFile>();
        var content = With(file.Read(), name, entry, wanted.Brand);
        Refuse(SettingsCheck.Faults(file.With(content)));
        var section = file.With(content).GetSection($"{SourceSettings.Section}:{name}");
        var source = kind.Create(SourceSettings.Read(section, secrets), services.GetRequiredService<SourceParts>());
        using var owned = source as IDisposable;
        if (!await new SourceTrial(services.GetRequiredService<IMentionReader>()).RunAsync(source, output, errors, stop))
            return 1;
        if (file.Path is null)
            throw new CommandException($"Several processes share this installation, so nothing is kept here. Put this into the settings of each, secrets into the environment ({SourceSettings.Section}__{name}__...): {entry.ToJsonString()}");
        await file.WriteAsync(content, stop);
        await output.WriteLineAsync($"{name} is kept in {file.Path}. It is collected from the next start on; now: digestbot collect --source {name}");
        return 0;
    }

    private static SourceKind KindOf(string written) => SourceKinds.Named(written)
        ?? throw new CommandException($"There is no kind '{written}'. Kinds are: {string.Join(", ", SourceKinds.All.Select(kind => kind.Name))}.", WrongArguments);

    private static JsonObject With(JsonObject content, string name, JsonObject entry, string? brand)
    {
        if (content[SourceSettings.Section] is not JsonObject sources)
            content[SourceSettings.Section] = sources = [];
        if (sources.ContainsKey(name))
            throw new CommandException($"There is a source '{name}' already. Choose another --name.", WrongArguments);
        sources[name] = entry;
        if (brand is not null)
            content["Brand"] = new JsonObject { ["Name"] = brand };
        return content;
    }

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            throw new CommandException("Nothing was kept:" + string.Concat(faults.Select(fault => $"{Environment.NewLine}  - {fault}")), WrongArguments);
    }

    /// <summary>What was typed.</summary>
    /// <param name="Kind">Or null.</param>
    /// <param name="Name">Or null.</param>
    /// <param name="Brand">Or null.</param>
    /// <param name="Values">As key=value.</param>
    internal sealed record Wanted(string? Kind, string? Name, string? Brand, IReadOnlyList<string> Values);
}
