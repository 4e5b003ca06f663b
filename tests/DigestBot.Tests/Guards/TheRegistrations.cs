using System.Reflection;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Tests.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Guards;

/// <summary>What is written is also put in: a forgotten line of a registration file fails here, not on a Monday.</summary>
public sealed class TheRegistrations
{
    [Fact]
    public async Task Give_every_part_what_it_asks_for()
    {
        // In Development the container checks on building that everything registered can be made, and from the right scope.
        await using var program = Program.Build(["--environment=Development"]);
        Assert.NotNull(program.Services.GetService<ActionRunner>());
    }

    [Theory]
    [InlineData(typeof(IDigestAction))]
    [InlineData(typeof(IRankingSignal))]
    [InlineData(typeof(IChatPlatform))]
    public async Task Leave_out_nothing_that_was_written(Type port)
    {
        await using var program = Program.Build(
        [
            "--Slack:SigningSecret=8f742231b10e8888", "--Slack:BotToken=xoxb-guard",
            "--Teams:AppId=11111111-1111-4111-8111-111111111111", "--Teams:AppSecret=guard-secret", "--Teams:TenantId=22222222-2222-4222-8222-222222222222",
        ]);
        await using var scope = program.Services.CreateAsyncScope();
        var registered = scope.ServiceProvider.GetServices(port).Select(part => part!.GetType());
        Assert.Empty(Written(port).Except(registered));
    }

    [Fact]
    public void Let_no_connector_go_without_the_contract_of_all_sources()
    {
        var proved = typeof(MentionSourceContract).Assembly.GetTypes()
            .Where(test => test.IsSubclassOf(typeof(MentionSourceContract)))
            .SelectMany(test => test.GetNestedTypes(BindingFlags.NonPublic).Append(test)) // an async method's code stands in a nested type
            .SelectMany(TypeUse.Of)
            .ToHashSet();
        Assert.All(Written(typeof(IMentionSource)), source => Assert.Contains(source, proved));
    }

    private static IEnumerable<Type> Written(Type port) =>
        new[] { typeof(IDigestAction).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(port));
}
