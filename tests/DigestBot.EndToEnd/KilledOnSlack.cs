using DigestBot.Tests.Testing.Slack;
using Microsoft.AspNetCore.Http;

namespace DigestBot.EndToEnd;

/// <summary>
/// The sample company on a Slack that cuts connections before and after it has stored a message; people type the command, signed.
/// Besides the named points the program is killed while Slack holds a message of its in hand.
/// </summary>
internal sealed class KilledOnSlack : KilledInstallation
{
    private const int FaultsInTen = 2;
    private static readonly string[] Channels = ["C0EXEC", "C0CURATE"];

    private readonly FakeSlack _slack;
    private readonly Lock _gate = new();
    private (int Number, FakeRequest Request, DateTimeOffset At)? _typed;
    private RunningProgram? _victim;
    private bool _isDoomed;

    public KilledOnSlack(Random dice, FakeSlack slack)
        : base(dice)
    {
        _slack = slack;
        slack.RemembersCalls = false;
        slack.Faults.Always = Fault;
    }

    /// <summary>How often it was killed between Slack's storing of a message and the answer, or just before.</summary>
    public int KilledAtPosts { get; private set; }

    /// <summary>How often a connection was cut.</summary>
    public int Cut { get; private set; }

    protected override IReadOnlyList<string> Settings =>
    [
        $"--Slack:SigningSecret={FakeSlack.SigningSecret}",
        $"--Slack:BotToken={_slack.Workspace.BotToken}",
        $"--Slack:ApiBaseAddress={_slack.ApiBaseAddress}",
        "--Digests:0:Name=weekly",
        "--Digests:0:Audiences:0:Name=executives",
        "--Digests:0:Audiences:0:Platform=slack",
        $"--Digests:0:Audiences:0:Channel={Channels[0]}",
        "--Digests:0:Curators:Platform=slack",
        $"--Digests:0:Curators:Channel={Channels[1]}",
    ];

    // The same bytes when nobody answered: under the same timestamp and signature it is the same command.
    protected override Task<bool> AddAsync(RunningProgram program, int number)
    {
        if (_typed?.Number != number)
            _typed = (number, _slack.Workspace.Person("U0BEN").Types($"add The crew on flight number {number} was kind to us"), TimeProvider.System.GetUtcNow());
        return program.IsTakenAsync(_typed.Value.Request.ToHttp(program.Address, _typed.Value.At));
    }

    protected override void Watch(RunningProgram? program)
    {
        lock (_gate)
            (_victim, _isDoomed) = (program, false);
    }

    // What the message carries to be found by; a message without it counts as another one.
    protected override IReadOnlyList<string> Standing() =>
    [
        .. Channels.SelectMany(_slack.Workspace.All)
            .Where(message => message.User == FakeWorkspace.Bot)
            .Select(message => message.Metadata?["event_payload"]?["key"]?.GetValue<string>() ?? message.Ts),
    ];

    private FakeFault? Fault(FakeCall call)
    {
        if (call.Method is not ("chat.postMessage" or "chat.update"))
            return null;
        lock (_gate)
        {
            var isAfterStoring = Dice.Next(2) == 0;
            if (_victim is not null && !_isDoomed && Dice.Next(2) == 0)
            {
                (_isDoomed, KilledAtPosts) = (true, KilledAtPosts + 1);
                return new(isAfterStoring, KillAsync);
            }
            if (Dice.Next(10) >= FaultsInTen)
                return null;
            Cut++;
            return isAfterStoring ? FakeFault.DropsAfterStoring : FakeFault.DropsBeforeStoring;
        }
    }

    private Task KillAsync(HttpContext context)
    {
        lock (_gate)
            _victim?.Kill();
        context.Abort();
        return Task.CompletedTask;
    }
}
