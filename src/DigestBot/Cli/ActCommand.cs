using System.CommandLine;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Serving;

namespace DigestBot.Cli;

/// <summary><c>act VERB ARGS --as PERSON</c>: does what a person could do by a button, a reaction or a command in chat.</summary>
internal static class ActCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var verb = new Argument<string>("VERB") { Description = "What to do; 'help' shows everything." };
        var words = new Argument<string[]>("ARGS") { Description = "What the verb needs, as it would be typed in chat.", Arity = ArgumentArity.ZeroOrMore };
        var person = new Option<string>("--as") { Description = "Who does it: a name or id of the settings' People.", Required = true };
        var digest = new Option<string?>("--digest") { Description = "Which digest it is about; the first one unless given." };
        var act = new Command("act", "Act as a person: claim, assign, done, search, ... Example: digestbot act assign 3 @jane by friday --as ana")
        {
            verb, words, person, digest,
        };
        act.SetAction((typed, stop) => RunAsync(
            typed.GetRequiredValue(verb),
            string.Join(' ', typed.GetValue(words) ?? []),
            typed.GetRequiredValue(person),
            typed.GetValue(digest),
            stop));
        return act;
    }

    private static async Task<int> RunAsync(string verb, string words, string person, string? digest, CancellationToken stop)
    {
        await using var program = Program.Build([]);
        var by = await PersonAsync(program.Services.GetRequiredService<ConfiguredPeople>(), person, stop);
        var about = DigestOf(program.Services.GetRequiredService<Digests>(), digest);
        using var held = await StoreStart.TakeAsync(program.Services, "acting", stop);
        var runner = program.Services.GetRequiredService<ActionRunner>();
        return Tell(await runner.RunAsync(new(by, Through.Cli, about.Name, verb, words), stop));
    }

    private static int Tell(ActionReply reply)
    {
        var lines = ReplyText.Lines(reply);
        if (reply is ActionReply.Refused)
            throw new CommandException(string.Join(Environment.NewLine, lines));
        foreach (var line in lines)
            System.Console.Out.WriteLine(line);
        return 0;
    }

    private static async Task<Person> PersonAsync(ConfiguredPeople people, string name, CancellationToken stop) =>
        await people.NamedAsync(name, circle: null, stop)
        ?? throw new CommandException($"--as: nobody is called '{name}'. Known are {string.Join(", ", people.All.Select(person => $"{person.Channel} ({person.Name})"))}.", exitCode: 2);

    private static Digest DigestOf(Digests digests, string? name)
    {
        if (name is null)
            return digests.All[0];
        return digests.Named(name)
            ?? throw new CommandException($"--digest: none is called '{name}'. Known are {string.Join(", ", digests.All.Select(digest => digest.Name))}.", exitCode: 2);
    }
}
