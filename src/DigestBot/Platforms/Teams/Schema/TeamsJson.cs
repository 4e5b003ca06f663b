using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Platforms.Teams.Schema;

/// <summary>
/// Wire form: camel case, nothing for null (the Connector was seen to refuse a null member). Source generated, so that the first
/// request of a process is as quick as the next.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ChannelAccount))]
internal sealed partial class TeamsJson : JsonSerializerContext;
