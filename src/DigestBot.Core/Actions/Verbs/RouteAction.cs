namespace DigestBot.Core.Actions.Verbs;

/// <summary>Gives a touch point to the department that it matters to: its owner gets the follow-up.</summary>
internal sealed class RouteAction(DepartmentOwners departments) : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("route", "Give a touch point to the owner of a department.", "route 3 finance", ActionTarget.TouchPoint, WhoMay.Executive);

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        context.Arguments.TryTake("to");
        var department = context.Arguments.TakeRest() ?? at.Point.Department ?? "";
        return departments.Owners.TryGetValue(department, out var id) && await context.Stores.People.FindAsync(id, cancellationToken) is { } owner
            ? await context.GiveAsync(at, owner, TakingWords.Read("", context.Today), cancellationToken)
            : NoOwner(department);
    }

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.TakeBackGivenAsync(cancellationToken);

    private ActionReply NoOwner(string department) => Refuse.With(
        Refusal.NotFound,
        departments.Owners.Count == 0
            ? "No department has an owner yet. An admin names them in the settings, under DepartmentOwners."
            : $"'{Refuse.Short(department)}' has no owner. Those with one: {string.Join(", ", departments.Owners.Keys.Order(StringComparer.OrdinalIgnoreCase))}.");
}
