using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console.Acting;

/// <summary>The buttons below the touch points of one page, as plain forms: no script, few fields, each with its label.</summary>
/// <param name="viewer">Who acts.</param>
/// <param name="edition">The edition on the page.</param>
/// <param name="audiences">Names of the audiences to share to.</param>
internal sealed class ActForms(Viewer viewer, EditionKey edition, IReadOnlyList<string> audiences)
{
    /// <summary>What came of the form sent before was about this touch point: its row stands open.</summary>
    public bool IsAnswered(TouchPoint point) => viewer.Answer?.Point == point.Id;

    /// <summary>The answer to the form sent before, and everything that can be done now.</summary>
    public Html Of(TouchPoint point, TouchPointState state)
    {
        var actions = Actions(point, state);
        var primary = actions.FirstOrDefault(action => action.IsPrimary);
        var inSight = actions.Where(action => !action.IsInMenu).Select(action => Button(point, action, action == primary));
        var menu = actions.Where(action => action.IsInMenu).Select(action => Button(point, action, isPrimary: false)).ToList();
        return actions.Count == 0 ? Answer(point) : Html.Of($"""
            {Answer(point)}<div class="act" role="group" aria-label="Act on number {point.Rank}">{inSight}{More(menu)}</div>
            """);
    }

    /// <summary>In whose name the buttons act; for the sample a choice of its people.</summary>
    public static Html WhoActs(Viewer viewer) => !viewer.MaySwitch
        ? Html.Of($"""<p class="acting small quiet">You act as <b><bdi>{viewer.By.Name}</bdi></b>.</p>""")
        : Html.Of($"""
            <form class="acting small" method="post" action="/person"><label>You act as <select name="person">{viewer.People.Select(person => ActFields.Choice(person.Id, Described(person), person == viewer.By))}</select></label> <button>Change</button></form>
            """);

    // The owner answers for it; everybody else sees what the card in the channel offers. The evidence stands below anyway.
    private IReadOnlyList<CardAction> Actions(TouchPoint point, TouchPointState state)
    {
        var offered = CardActions.OfTouchPoint(point, state).Where(action => action.Verb != "evidence");
        return state.FollowUp is { } number && state.OwnerId == viewer.By.Id
            ? [.. CardActions.OfFollowUp(number), .. offered.Where(action => action.Verb is not ("assign" or "done" or "decline"))]
            : [.. offered];
    }

    private Html Button(TouchPoint point, CardAction action, bool isPrimary)
    {
        var look = isPrimary ? "primary" : "plain";
        var fields = ActFields.Of(action.Verb, viewer, audiences).ToList();
        if (fields.Count == 0)
            return Form(point, action, Html.Empty, look);
        var sentences = Html.Join(fields);
        return Html.Of($"""
            <details name="act-{point.Id}"><summary class="button {look}">{action.Title}</summary>{Form(point, action, sentences, "primary")}</details>
            """);
    }

    private Html Form(TouchPoint point, CardAction action, Html fields, string look) => Html.Of($"""
        <form method="post" action="/api/actions">{Hidden("token", viewer.Token)}{Hidden("verb", action.Verb)}{Hidden("about", action.Arguments)}{Hidden("as", viewer.By.Id)}{Hidden("digest", edition.Digest)}{Hidden("week", edition.Week.ToString())}{Hidden("point", point.Id)}{fields}<button class="{look}">{action.Title}</button></form>
        """);

    private static Html More(List<Html> menu) => menu.Count == 0 ? Html.Empty : Html.Of($"""
        <details><summary class="button plain">More</summary><div class="act">{menu}</div></details>
        """);

    private Html Answer(TouchPoint point)
    {
        if (!IsAnswered(point))
            return Html.Empty;
        if (viewer.Answer is not { Reply: { } reply })
            return Html.Of($"""<p class="answer" role="status">It is kept and being worked on. <a href="{EditionPages.Address(edition)}?answer={viewer.Answer!.Id}">Look again</a></p>""");
        var offers = reply.Offers.Select(offer => Form(point, offer, Html.Empty, "plain")).ToList();
        return Html.Of($"""
            <div class="answer {(reply is ActionReply.Refused ? "bad" : "good")}" role="status">{reply.Text.Split('\n').Select(Line)}{(offers.Count == 0 ? Html.Empty : Html.Of($"""<div class="act">{offers}</div>"""))}</div>
            """);
    }

    private static Html Line(string line) => Html.Of($"""<p dir="auto">{VisibleText.Line(line, 600)}</p>""");

    private static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}" />""");

    private static string Described(Person person) => person.Roles == Roles.Anyone ? person.Name : $"{person.Name} ({person.Roles.ToString().ToLowerInvariant()})";
}
