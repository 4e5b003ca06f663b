using DigestBot.Core.Mentions;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core;

/// <summary>Runs one change in a scope of its own, and again from fresh state when somebody else changed the same first.</summary>
public sealed class FreshScopes(IServiceScopeFactory scopes)
{
    private const int Attempts = 10;

    /// <summary>Runs it; what it committed is durable when the task ends.</summary>
    /// <typeparam name="TService">What does the work; a scoped service that commits its own unit of work.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="work">The work; it may run again.</param>
    /// <param name="cancellationToken">Handed to the work.</param>
    /// <exception cref="ConcurrentChangeException">Ten others in a row were first.</exception>
    public async Task<TResult> GetAsync<TService, TResult>(
        Func<TService, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        for (var left = Attempts; ; left--)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await work(scope.ServiceProvider.GetRequiredService<TService>(), cancellationToken);
            }
            catch (ConcurrentChangeException) when (left > 1)
            {
                // Begin again: what was staged is gone with the scope.
            }
        }
    }

    /// <inheritdoc cref="GetAsync" />
    public Task RunAsync<TService>(Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => GetAsync<TService, bool>(
        async (service, stop) =>
        {
            await work(service, stop);
            return true;
        },
        cancellationToken);
}
