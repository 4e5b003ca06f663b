using System.Net;
using System.Text;

namespace DigestBot.EndToEnd;

/// <summary>How the program starts, answers and ends, as whoever runs it sees it.</summary>
public sealed class TheRunningProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-run-");

    private string DataFile => Path.Combine(_folder.FullName, "run.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Ends_with_zero_when_it_is_asked_to_stop()
    {
        using var program = RunningProgram.Start(DataFile);
        Assert.True(await program.IsReadyAsync(), program.Said);

        Assert.Equal(0, program.Stop());
        Assert.Contains($"Data: {DataFile}", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_start_twice_on_one_data_file_and_says_who_has_it()
    {
        var port = RunningProgram.FreePort();
        using var first = RunningProgram.Start(DataFile, port: port);
        Assert.True(await first.IsReadyAsync(), first.Said);
        using var second = RunningProgram.Start(DataFile);

        Assert.Equal(1, second.ExitCode());
        Assert.Contains("already running", second.Said, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_busy_port_and_names_the_setting()
    {
        var port = RunningProgram.FreePort();
        using var first = RunningProgram.Start(DataFile, port: port);
        Assert.True(await first.IsReadyAsync(), first.Said);
        using var second = RunningProgram.Start(Path.Combine(_folder.FullName, "other.db"), port: port);

        Assert.Equal(1, second.ExitCode());
        Assert.Contains("--urls", second.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","verb":"help","as":"jonas"}""", "application/json", null, HttpStatusCode.Accepted)]
    [InlineData("""{"id":"1","verb":"help","as":"jonas"}""", "text/plain", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("""{"id":"1","verb":"help","as":"jonas"}""", "application/json", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("""{"id":"1","verb":"help","as":"jonas","more":1}""", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"1","id":"2","verb":"help","as":"jonas"}""", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("""{"id":1,"verb":"help","as":"jonas"}""", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"","verb":"help","as":"jonas"}""", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"1","verb":"help","as":"mallory"}""", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("[", "application/json", null, HttpStatusCode.BadRequest)]
    public async Task Takes_a_button_of_its_page_only(string body, string type, string? origin, HttpStatusCode expected)
    {
        var port = RunningProgram.FreePort();
        using var program = RunningProgram.Start(DataFile, port: port);
        Assert.True(await program.IsReadyAsync(), program.Said);

        Assert.Equal(expected, await PostAsync(port, new StringContent(body, Encoding.UTF8, type), origin));
    }

    [Fact]
    public async Task Answers_a_repeated_button_and_an_endless_body_without_doing_anything()
    {
        var port = RunningProgram.FreePort();
        using var program = RunningProgram.Start(DataFile, port: port);
        Assert.True(await program.IsReadyAsync(), program.Said);
        StringContent Press() => new("""{"id":"1","verb":"help","as":"jonas"}""", Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(port, Press()));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(port, Press()));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(port, new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json")));
    }

    private static async Task<HttpStatusCode> PostAsync(int port, HttpContent body, string? origin = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/api/actions") { Content = body };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
