using DigestBot.Core.Stories;
using Microsoft.Extensions.Options;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>Whether accounts of the imported list tell it, weighted by tier: the first counts most, ten add little to five.</summary>
internal sealed class CustomersSignal(IOptions<RankingOptions> options) : IRankingSignal
{
    private const int Named = 2;

    public string Name => "customers";

    public double DefaultWeight => 2;

    public double Score(Story story, RankingWeek week) =>
        1 - Math.Exp(-week.AccountsIn(story).Sum(customer => options.Value.WeightOf(customer)));

    public string? Reason(Story story, RankingWeek week)
    {
        var accounts = week.AccountsIn(story).Select(customer => customer.Account).ToList();
        if (accounts.Count == 0)
            return null;
        var more = accounts.Count > Named ? $" and {accounts.Count - Named} more" : "";
        return $"{Clauses.Count(accounts.Count, "listed account", "listed accounts")}: {string.Join(", ", accounts.Take(Named))}{more}";
    }
}
