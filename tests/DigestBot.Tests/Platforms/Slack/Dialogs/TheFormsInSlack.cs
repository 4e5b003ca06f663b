using DigestBot.Core.Actions;
using DigestBot.Tests.Contracts;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class TheFormsInSlack : FormsContract
{
    internal override async Task<IFormStage> StageAsync()
    {
        var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev by 2026-11-27");
        return new Stage(desk);
    }

    private sealed class Stage(FrontDesk desk) : IFormStage
    {
        private static readonly (string Short, string Id)[] Ids =
            [("@ana", "U0ANA"), ("@cleo", "U0CLEO"), ("@dev", "U0DEV"), ("@max", "U0MAX"), ("#all", "C0ALL")];

        public async Task<StagedForm> OpenAsync(string by, string form, string about)
        {
            var view = (await desk.PressesAsync(Person(by), $"{form} {about}"))!;
            var inputs = ModalForm.Inputs(view).ToList();
            var submit = view.View["submit"]?["text"]?.GetValue<string>();
            return new(view.Title, submit is null ? view.Reads : null, submit, [.. inputs.Select(id => Field(view, id))]);
        }

        public async Task<StagedOutcome> SubmitAsync(string by, StagedForm form, params (string Field, string? Value)[] filled)
        {
            var person = Person(by);
            var request = desk.Person(person).Submits([.. ModalForm.Of(desk.Modal(person)!, [.. filled.Select(field => (field.Field, Id(field.Value)))])]);
            var payload = FrontDesk.Json(request.Body);
            if (desk.Dialogs.Faults(payload) is { } faults)
                return new(faults, null);
            var asked = Assert.IsType<InboxWork.Asked>(await desk.Dialogs.SubmittedAsync(payload, person, default));
            return new(new Dictionary<string, string>(StringComparer.Ordinal), $"{asked.Request.Verb} {Short(asked.Request.Arguments)}");
        }

        public ValueTask DisposeAsync() => desk.DisposeAsync();

        private static StagedField Field(Testing.Slack.FakeView view, string id)
        {
            var block = view.View["blocks"]!.AsArray().Single(found => found!["block_id"]?.GetValue<string>() == id)!.AsObject();
            var initial = ModalForm.Initial(view, id);
            return new(id, block["label"]!["text"]!.GetValue<string>(), block["optional"]!.GetValue<bool>(), initial is null ? null : Ids.FirstOrDefault(known => known.Id == initial).Short ?? initial);
        }

        private static Person Person(string by) => by switch { "ana" => FrontDesk.Ana, "cleo" => FrontDesk.Cleo, "dev" => FrontDesk.Dev, _ => FrontDesk.Max };

        private static string? Id(string? value) => Ids.FirstOrDefault(known => known.Short == value).Id ?? value;

        private static string Short(string typed) =>
            Ids.Aggregate(typed, (text, known) => text.Replace($"{(known.Short[0] == '@' ? "@" : "")}slack:{known.Id}", known.Short, StringComparison.Ordinal));
    }
}
