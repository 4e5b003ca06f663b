using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

public sealed class TheFormsInTeams : FormsContract
{
    internal override async Task<IFormStage> StageAsync()
    {
        var desk = await TeamsDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.SaysAsync(desk.Tenant.Ana, "assign 3 @dev by 2026-11-27");
        return new Stage(desk);
    }

    private sealed class Stage(TeamsDesk desk) : IFormStage
    {
        private static readonly (string Short, string Id)[] Ids =
        [
            .. new[] { "ana", "cleo", "dev", "max" }.Select(name => ($"@{name}", FakeTenant.ObjectIdOf(name))), ("#all", FakeTenant.Everybody),
        ];

        private TeamsDialog? _dialog;

        public async Task<StagedForm> OpenAsync(string by, string form, string about)
        {
            _dialog = await desk.OpensAsync(Person(by), form, about);
            return _dialog.Message is { } words
                ? new("", words, null, [])
                : new(_dialog.Title!, null, FakeCard.Buttons(_dialog.Card)[^1].Title, [.. _dialog.Inputs.Select(Field)]);
        }

        public async Task<StagedOutcome> SubmitAsync(string by, StagedForm form, params (string Field, string? Value)[] filled)
        {
            var submission = desk.Submit(Person(by), _dialog!, [.. filled.Select(field => (field.Field, Id(field.Value)))]);
            // Read as the inbox would: what is wrong never gets that far.
            await using var scope = desk.Room.Store.Scope();
            var answer = new TeamsDialog(await desk.AnswersAsync(submission));
            if (answer.Title == form.Title)
                return new(Faults(answer), null);
            var asked = Assert.IsType<InboxWork.Asked>(await scope.ServiceProvider.GetRequiredService<TeamsReading>().ReadAsync(TeamsRoom.Read(submission), desk.Room.Clock.GetUtcNow(), default));
            return new(new Dictionary<string, string>(StringComparer.Ordinal), $"{asked.Request.Verb} {Short(asked.Request.Arguments)}");
        }

        public ValueTask DisposeAsync() => desk.DisposeAsync();

        private FakeColleague Person(string by) => desk.Tenant.Person(by);

        private static StagedField Field(JsonObject input)
        {
            var initial = input.Text("value");
            return new(input.Text("id")!, input.Text("label")!, input["isRequired"] is null, initial is null ? null : Ids.FirstOrDefault(known => known.Id == initial).Short ?? initial);
        }

        private static Dictionary<string, string> Faults(TeamsDialog dialog) => dialog.Inputs
            .Select(input => (Id: input.Text("id")!, Fault: dialog.FaultAt(input.Text("id")!)))
            .Where(found => found.Fault is not null)
            .ToDictionary(found => found.Id, found => found.Fault!, StringComparer.Ordinal);

        private static string? Id(string? value) => Ids.FirstOrDefault(known => known.Short == value).Id ?? value;

        private static string Short(string typed) =>
            Ids.Aggregate(typed, (text, known) => text.Replace($"{(known.Short[0] == '@' ? "@" : "")}teams:{known.Id}", known.Short, StringComparison.Ordinal));
    }
}
