using System.Text.RegularExpressions;

namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>What of Microsoft's API is not here, by category. A member that names one of these words is not asked for.</summary>
internal static class LeftOut
{
    private static readonly Dictionary<string, string[]> Categories = new()
    {
        ["Newtonsoft.Json"] = ["JsonSerializer", "JsonSerializerSettings", "JToken", "JsonConverter"],
        ["Microsoft.Rest"] =
        [
            "ServiceClientCredentials",
            "ServiceClient",
            "HttpOperationResponse",
            "RestException",
            "HttpRequestMessageWrapper",
            "HttpResponseMessageWrapper",
            "IAttachments",
            "RetryPolicy",
        ],
        ["MSAL"] = ["IAuthenticator", "AppCredentials", "MicrosoftAppCredentials"],
        ["OAuth"] =
        [
            "TokenResponse",
            "TokenStatus",
            "SignInResource",
            "TokenExchangeRequest",
            "UserTokenClient",
            "IUserTokenProvider",
            "IExtendedUserTokenProvider",
            "AddUserToken",
            "AddExchangeableToken",
            "ThrowOnExchangeRequest",
            "GetOauthSignInLinkAsync",
            "SignOutUserAsync",
        ],
        ["skills"] = ["BotFrameworkClient", "IChannelProvider"],
        ["streaming"] =
        [
            "StreamingConnection",
            "StreamingRequestHandler",
            "WebSocket",
            "ConnectNamedPipeAsync",
            "GetStreamingConnectorFactory",
            "AuthenticateStreamingRequestAsync",
        ],
        ["adaptive dialogs and cards"] =
        [
            "DialogStateManager",
            "IgnoreMemoryScopeBinding",
            "ignoreMemoryScopeBinding",
            "DialogManager",
            "SourceRange",
            "RegisterSourceLocation",
            "AdaptiveCardInvokeResponse",
            "SearchInvokeResponse",
        ],
    };

    private static readonly Regex Words = new($@"\b({string.Join('|', Categories.SelectMany(category => category.Value))})\b");

    public static bool Covers(ListedType type, string signature) =>
        Words.IsMatch(signature) || BlocksAThread(type, signature);

    // Each of these has a sibling of the same name in Async.
    private static bool BlocksAThread(ListedType type, string signature) =>
        type.Name == "ConversationsExtensions" && !signature.Contains("Async", StringComparison.Ordinal);
}
