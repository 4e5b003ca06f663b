using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.EndToEnd;

/// <summary>Adding the running program to a workspace of somebody else's Slack, as a browser does.</summary>
public sealed partial class TheInstallationInSlack
{
    [ClientsFact]
    public async Task Goes_by_Slack_s_own_page_to_a_token_that_stands_encrypted_in_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-install-");
        var file = Path.Combine(folder.FullName, "digestbot.db");
        var slack = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}/");
        using var emulator = OtherClients.Start(
            OtherClients.Node24, [OtherClients.Package("emulate", "dist", "index.js"), "start", "-s", "slack", "-p", $"{slack.Port}", "--seed", OtherClients.Script("seed.yaml")]);
        await emulator.AnswersAsync(slack);
        using (var program = RunningProgram.Start(file, settings: Settings(slack)))
        {
            Assert.True(await program.IsReadyAsync(), program.Said);
            using var browser = new Browser(program.Address);
            var (status, page) = await browser.InstallAsync();
            Assert.True(status == HttpStatusCode.OK, $"{status}: {page} {program.Said}");
            Assert.Contains("DigestBot is now in <b>Acme Air</b>", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.AgainAsync()).Status);
            Assert.DoesNotContain("xoxb", program.Said, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("xoxb", Bytes(folder), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static IReadOnlyList<string> Settings(Uri slack) =>
    [
        "--Slack:SigningSecret=end-to-end-signing-secret", "--Slack:ClientId=111.222", "--Slack:ClientSecret=end-to-end-client-secret",
        $"--Slack:ApiBaseAddress={new Uri(slack, "api/")}",
    ];

    private static string Bytes(DirectoryInfo folder) =>
        string.Concat(folder.GetFiles("digestbot.db*").Select(file => File.ReadAllText(file.FullName, Encoding.Latin1)));

    // Follows nothing by itself, so that each step is seen; keeps one cookie.
    private sealed partial class Browser(Uri bot) : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new() });
        private Uri? _back;

        public async Task<(HttpStatusCode Status, string Page)> InstallAsync()
        {
            using var begun = await _http.GetAsync(new Uri(bot, "/slack/install"));
            var authorize = begun.Headers.Location!;
            var form = Form().Match(await _http.GetStringAsync(authorize)).Value;
            var fields = Fields().Matches(form).Select(field => KeyValuePair.Create(
                WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)));
            using var allowed = await _http.PostAsync(new Uri(authorize, "/oauth/v2/authorize/callback"), new FormUrlEncodedContent(fields));
            _back = allowed.Headers.Location!;
            return await AgainAsync();
        }

        public async Task<(HttpStatusCode Status, string Page)> AgainAsync()
        {
            using var ended = await _http.GetAsync(_back);
            return (ended.StatusCode, await ended.Content.ReadAsStringAsync());
        }

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
        private static partial Regex Form();

        [GeneratedRegex("name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
        private static partial Regex Fields();
    }
}
