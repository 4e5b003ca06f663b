using System.Text;
using System.Text.Json;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>Bodies as Slack sends them (docs.slack.dev), with ids of nobody.</summary>
internal static class Bodies
{
    public const string Team = "T0ACME";

    public static byte[] Reaction(string eventId = "Ev0FAKE0001", string team = Team) => Event(
        """{"type":"reaction_added","user":"U0FAKE0002","reaction":"eyes","item":{"type":"message","channel":"C0FAKE0001","ts":"1795339200.000100"},"event_ts":"1795339799.000200"}""",
        eventId, team);

    public static byte[] Event(string inner, string eventId = "Ev0FAKE0001", string team = Team) => Encoding.UTF8.GetBytes(
        $$"""{"token":"deprecated","team_id":"{{team}}","api_app_id":"A0FAKE0001","event":{{inner}},"type":"event_callback","event_id":"{{eventId}}","event_time":1795339800,"authorizations":[{"enterprise_id":null,"team_id":"{{team}}","user_id":"U0FAKEBOT1","is_bot":true,"is_enterprise_install":false}]}""");

    public static byte[] Verification(string challenge = "fakeChallenge0123456789") =>
        Encoding.UTF8.GetBytes($$"""{"token":"deprecated","challenge":"{{challenge}}","type":"url_verification"}""");

    public static byte[] Command(string text = "top 3", string triggerId = "1.2.fake", string team = Team) => Form(
        ("token", "deprecated"), ("team_id", team), ("team_domain", "example"), ("channel_id", "C0FAKE0001"), ("channel_name", "exec-digest"),
        ("user_id", "U0FAKE0001"), ("user_name", "ann"), ("command", "/socialwins"), ("text", text), ("api_app_id", "A0FAKE0001"),
        ("is_enterprise_install", "false"), ("response_url", "https://hooks.slack.com/commands/T0FAKE0001/1/fake"), ("trigger_id", triggerId));

    public static byte[] Press(string value = "pick tp7", string team = Team) => Payload(
        $$"""{"type":"block_actions","user":{"id":"U0FAKE0001","name":"ann","team_id":"{{team}}"},"api_app_id":"A0FAKE0001","container":{"type":"message","message_ts":"1795339200.000100","channel_id":"C0FAKE0001"},"trigger_id":"3.4.fake","team":{"id":"{{team}}","domain":"example"},"enterprise":null,"channel":{"id":"C0FAKE0001","name":"exec-digest"},"response_url":"https://hooks.slack.com/actions/T0FAKE0001/2/fake","actions":[{"type":"button","action_id":"a1","block_id":"b1","value":{{JsonSerializer.Serialize(value)}},"action_ts":"1795339850.000800"}]}""");

    /// <summary>A dialog of ours whose metadata somebody has taken out.</summary>
    public const string StaleForm =
        """{"type":"view_submission","team":{"id":"T0ACME"},"user":{"id":"U0FAKE0001","team_id":"T0ACME"},"trigger_id":"7.8","view":{"id":"V1","callback_id":"assign","private_metadata":"","state":{"values":{}}}}""";

    public static byte[] Payload(string json) => Form(("payload", json));

    public static byte[] Form(params (string Name, string Value)[] fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}")));
}
