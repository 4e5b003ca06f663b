using DigestBot.Cli;
using DigestBot.Console;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack.Inbound.Sockets;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Scheduling;
using DigestBot.Settings;
using DigestBot.Storage;
using Microsoft.AspNetCore.Connections;

namespace DigestBot.Serving;

/// <summary>
/// The life of the running program: the data file is this process's, the port is bound, then the work begins; when it is
/// asked to stop it takes nothing more, finishes the sends under way and ends.
/// </summary>
internal static class Server
{
    /// <summary>Where the page is while the settings say nothing else.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>How long a send under way may still take after the program was asked to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    /// <param name="app">The program put together.</param>
    /// <param name="stop">Asks it to stop.</param>
    /// <exception cref="CommandException">It cannot start: the data file or the port is taken, or the database cannot be used.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken stop)
    {
        // Its word lists take a third of a second to learn; the store is opened and the port bound meanwhile.
        var reader = Task.Run(app.Services.GetRequiredService<IMentionReader>, stop);
        using var held = await StoreStart.TakeAsync(app.Services, Addresses(app.Configuration)[0], stop);
        await BindAsync(app, stop);
        await GreetAsync(app);
        foreach (var plain in PlainSecrets.In(app.Configuration))
            await System.Console.Error.WriteLineAsync($"Warning: {plain}");
        await reader;
        using var hurry = new CancellationTokenSource();
        await using var late = stop.Register(() => hurry.CancelAfter(Grace));
        await WorkAsync(app.Services, stop, hurry.Token);
        await app.StopAsync(hurry.Token);
    }

    private static async Task WorkAsync(IServiceProvider services, CancellationToken stop, CancellationToken hurry)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var readiness = services.GetRequiredService<Readiness>();
        await using var leaving = stop.Register(() => readiness.IsWorking = false);
        var errands = services.GetRequiredService<Errands>();
        if (services.GetService<SlackCatchUp>() is { } catchUp)
            errands.Add(catchUp.RunAsync);
        var workers = Task.WhenAll(
            services.GetRequiredService<Dispatcher>().RunAsync(end.Token, hurry),
            services.GetRequiredService<SlackSockets>().RunAsync(end.Token),
            services.GetRequiredService<InboxWorker>().RunAsync(end.Token),
            errands.RunAsync(end.Token));
        try
        {
            readiness.IsWorking = true;
            await services.GetRequiredService<FirstEdition>().ShowAsync(stop);
            await services.GetRequiredService<Clockwork>().RunAsync(stop, hurry);
        }
        finally
        {
            readiness.IsWorking = false;
            await end.CancelAsync(); // also when something failed: the sends under way are recorded in any case
            await workers;
        }
    }

    private static async Task BindAsync(WebApplication app, CancellationToken stop)
    {
        if (app.Configuration["Urls"] is null)
            app.Urls.Add(DefaultAddress);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CommandException($"{taken.Message.TrimEnd('.')}. Stop what uses it, or choose another port: --urls http://127.0.0.1:5081 (or the setting Urls).", innerException: taken);
        }
    }

    private static async Task GreetAsync(WebApplication app)
    {
        var page = app.Services.GetRequiredService<PageLocation>().Base!;
        var isOpen = app.Services.GetRequiredService<Company>().IsSample; // to whoever sits at this machine (decisions.md 18)
        await System.Console.Error.WriteLineAsync($"Page: {(isOpen ? page : app.Services.GetRequiredService<SignIn>().Link(page))}");
        await System.Console.Error.WriteLineAsync($"Data: {app.Services.GetRequiredService<StorageLocation>().Display}");
    }

    /// <summary>Where the program listens, as configured: section <c>Urls</c>, separated by semicolons; never empty.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration) =>
        configuration["Urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } urls
            ? [.. urls.Select(url => url.TrimEnd('/'))]
            : [DefaultAddress];
}
