using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Http;

namespace DigestBot.EndToEnd;

/// <summary>
/// The sample company on a Teams that cuts connections before and after it has stored a message; people write to the bot under tokens
/// of the Bot Framework. Besides the named points the program is killed while Teams holds a message of its in hand. Teams cannot be
/// asked what stands there: whatever nobody can tell about is sent once at most, and the curators are asked.
/// </summary>
internal sealed class KilledOnTeams : KilledInstallation
{
    private const int FaultsInTen = 2;
    private static readonly string[] Channels = [FakeTenant.Executives, FakeTenant.Curators];

    private readonly FakeTeams _teams;
    private readonly Lock _gate = new();
    private readonly FakeActivity[] _installed;
    private (int Number, FakeActivity Activity)? _written;
    private RunningProgram? _victim;
    private bool _isDoomed;

    public KilledOnTeams(Random dice, FakeTeams teams)
        : base(dice)
    {
        _teams = teams;
        _installed = [.. Channels.Select(teams.Tenant.Ana.InstallsIn)];
        teams.RemembersCalls = false;
        teams.Faults.Always = Fault;
    }

    /// <summary>How often it was killed between Teams' storing of a message and the answer, or just before.</summary>
    public int KilledAtPosts { get; private set; }

    /// <summary>How often a connection was cut.</summary>
    public int Cut { get; private set; }

    /// <summary>About how many messages the curators were asked.</summary>
    public long Asked => Scalar("SELECT COUNT(*) FROM deliveries WHERE key LIKE 'alert|%' AND (part LIKE 'edition%' OR part LIKE 'draft%')");

    protected override IReadOnlyList<string> Settings =>
    [
        .. _teams.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        "--Outgoing:PrivateHosts:0=127.0.0.1",
        "--Outgoing:PlainHttpHosts:0=127.0.0.1",
        "--Digests:0:Name=weekly",
        "--Digests:0:Audiences:0:Name=executives",
        "--Digests:0:Audiences:0:Platform=teams",
        $"--Digests:0:Audiences:0:Channel={Channels[0]}",
        "--Digests:0:Curators:Platform=teams",
        $"--Digests:0:Curators:Channel={Channels[1]}",
    ];

    protected override int OtherArrivals => _installed.Length;

    // In doubt is an end here: a person decides. What stands below a first message in doubt waits for it.
    protected override string Unsettled =>
        "state NOT IN (2, 3) AND NOT (thread_of IN (SELECT key FROM deliveries WHERE state = 3 AND posted_id IS NULL))";

    // The same activity when nobody answered, as the service does. The first thing that Teams ever sends are the installations.
    protected override async Task<bool> AddAsync(RunningProgram program, int number)
    {
        foreach (var installed in _installed)
        {
            if (number == 1 && !await program.IsTakenAsync(_teams.Signed(installed, program.Address)))
                return false;
        }
        if (_written?.Number != number)
            _written = (number, _teams.Tenant.Ben.Says($"add The crew on flight number {number} was kind to us"));
        return await program.IsTakenAsync(_teams.Signed(_written.Value.Activity, program.Address));
    }

    protected override void Watch(RunningProgram? program)
    {
        lock (_gate)
            (_victim, _isDoomed) = (program, false);
    }

    // Messages in Teams carry no key of ours: what can be read on them tells them apart.
    protected override IReadOnlyList<string> Standing() =>
        [.. Channels.SelectMany(_teams.Tenant.All).Where(post => post.From == FakeTeams.Bot).Select(post => post.Reads)];

    protected override void AssertAllStand(int standing)
    {
        var (sent, doubted) = (Scalar("SELECT COUNT(*) FROM deliveries WHERE state = 2"), Scalar("SELECT COUNT(*) FROM deliveries WHERE state = 3"));
        Assert.InRange(standing, sent, sent + doubted);
        // Nobody is asked about a question: the answer could go the same uncertain way.
        Assert.Equal(Scalar("SELECT COUNT(*) FROM deliveries WHERE state = 3 AND key NOT LIKE 'alert|%'"), Asked);
    }

    private FakeTeamsFault? Fault(FakeTeamsCall call)
    {
        if (call.Operation is not ("send" or "reply" or "create" or "update"))
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
            return isAfterStoring ? FakeTeamsFault.DropsAfterStoring : FakeTeamsFault.DropsBeforeStoring;
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
