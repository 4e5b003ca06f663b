using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Modals and home pages.</summary>
internal sealed partial class FakeWorkspace
{
    private const int DeepestStack = 3;

    internal FakeView Open(FakeCall call)
    {
        lock (Gate)
        {
            var view = Modal(call);
            var user = Exchange(call.Text("trigger_id"));
            var opened = NewView(user, view, null, null);
            Modals[user] = [opened];
            return opened;
        }
    }

    internal FakeView Push(FakeCall call)
    {
        lock (Gate)
        {
            var view = Modal(call);
            var user = Exchange(call.Text("trigger_id"));
            var stack = Modals.GetValueOrDefault(user);
            if (stack is not { Count: > 0 })
                throw SlackSays.No("not_found");
            if (stack.Count >= DeepestStack)
                throw SlackSays.No("push_limit_reached");
            var pushed = NewView(user, view, stack[0].Id, stack[^1].Id);
            stack.Add(pushed);
            return pushed;
        }
    }

    internal FakeView UpdateView(FakeCall call)
    {
        lock (Gate)
        {
            var view = Modal(call);
            foreach (var stack in Modals.Values)
            {
                var at = stack.FindIndex(open => open.Id == call.TextOrNull("view_id") || (call.TextOrNull("external_id") is { } external && BlockKit.Text(open.View, "external_id") == external));
                if (at >= 0)
                    return stack[at] = Fresh(call, stack[at], view);
            }
            throw SlackSays.No("not_found");
        }
    }

    internal FakeView Publish(FakeCall call)
    {
        lock (Gate)
        {
            var user = call.Text("user_id");
            if (!Users.ContainsKey(user))
                throw SlackSays.No("user_not_found");
            var view = Sound(call);
            if (BlockKit.Text(view, "type") != "home")
                throw SlackSays.No("invalid_arguments");
            return Homes[user] = Homes.TryGetValue(user, out var before) ? Fresh(call, before, view) : NewView(user, view, null, null);
        }
    }

    /// <summary>Closes the topmost modal, or all of them.</summary>
    internal void Close(string user, bool all)
    {
        lock (Gate)
        {
            if (!Modals.TryGetValue(user, out var stack))
                return;
            stack.RemoveRange(all ? 0 : stack.Count - 1, all ? stack.Count : 1);
        }
    }

    /// <summary>What Slack does with the synchronous answer to a submitted modal; the errors shown, by block.</summary>
    internal IReadOnlyDictionary<string, string> Answered(string user, JsonObject? answer)
    {
        var action = answer is null ? "" : BlockKit.Text(answer, "response_action") ?? "";
        if (action == "errors")
            return answer!["errors"]!.AsObject().ToDictionary(error => error.Key, error => error.Value!.GetValue<string>(), StringComparer.Ordinal);
        lock (Gate)
        {
            if (action is "update" or "push")
            {
                var view = answer!["view"]!.AsObject();
                var stack = Modals[user];
                if (BlockKitRules.ViewFaults(view) is { Count: > 0 } faults)
                    throw SlackSays.InvalidBlocks(faults);
                if (action == "update")
                    stack[^1] = stack[^1] with { View = view.DeepClone().AsObject(), Hash = Number() };
                else
                    stack.Add(NewView(user, view, stack[0].Id, stack[^1].Id));
                return new Dictionary<string, string>(StringComparer.Ordinal);
            }
            Close(user, all: action == "clear");
        }
        return new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private FakeView NewView(string user, JsonObject view, string? root, string? previous) =>
        new($"V{Number()}", user, Number(), view.DeepClone().AsObject(), root, previous);

    private FakeView Fresh(FakeCall call, FakeView standing, JsonObject view) =>
        call.TextOrNull("hash") is { } hash && hash != standing.Hash
            ? throw SlackSays.No("hash_conflict")
            : standing with { View = view, Hash = Number() };

    private static JsonObject Modal(FakeCall call) =>
        Sound(call) is var view && BlockKit.Text(view, "type") == "modal" ? view : throw SlackSays.No("invalid_arguments");

    private static JsonObject Sound(FakeCall call)
    {
        if (call.Json("view") is not JsonObject view)
            throw SlackSays.No("invalid_arguments");
        return BlockKitRules.ViewFaults(view) is { Count: > 0 } faults ? throw SlackSays.InvalidBlocks(faults) : view;
    }

    private string Exchange(string id)
    {
        if (!Triggers.TryGetValue(id, out var trigger))
            throw SlackSays.No("invalid_trigger_id");
        if (trigger.IsUsed)
            throw SlackSays.No("exchanged_trigger_id");
        if (slack.Clock.GetUtcNow() > trigger.Until)
            throw SlackSays.No("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger.User;
    }
}
