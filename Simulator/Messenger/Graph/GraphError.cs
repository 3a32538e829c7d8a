namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>A refusal in Meta's form. The codes and their HTTP statuses are those that Meta's Graph API answers.</summary>
internal sealed record GraphError(int Code, string Message, int? Subcode = null)
{
    public string Type { get; init; } = "OAuthException";

    public int Status { get; init; } = Code switch
    {
        190 => 401,
        10 or 551 or (>= 200 and < 300) or 4 => 403,
        1 or 2 or 1200 => 500,
        _ => 400,
    };

    public bool IsTransient => Code is 1 or 2 or 4 or 613 or 1200;

    public static GraphError Bad(string message, int? subcode = null) => new(100, $"(#100) {message}", subcode);

    public static GraphError NoSuchPerson { get; } = Bad("No matching user found", 2018001);

    public static GraphError OutsideWindow { get; } =
        new(10, "(#10) This message is sent outside of allowed window.", 2018278);

    public static GraphError BadToken { get; } =
        new(190, "Invalid OAuth access token - Cannot parse access token");

    public static GraphError NoToken { get; } =
        new(2500, "An active access token must be used to query information about the current user.");

    public static GraphError NoProof { get; } =
        Bad("API calls from the server require an appsecret_proof argument") with { Type = "GraphMethodException" };

    public static GraphError WrongProof { get; } =
        Bad("Invalid appsecret_proof provided in the API argument") with { Type = "GraphMethodException" };

    public static GraphError NoProfile { get; } = Bad("No profile available for this user.", 2018218);

    /// <summary>
    /// What Graph says of a path whose first part it does not know:
    /// https://developers.facebook.com/docs/graph-api/guides/versioning (2026-11-27).
    /// </summary>
    public static GraphError UnknownPath(string rest) => new(2500, $"Unknown path components: {rest}");

    public static GraphError NoBatch { get; } =
        new(3, "(#3) The simulator does not take batch requests: make each call by itself");

    public static GraphError Unknown(string id) => Unsupported("get", id);

    public static GraphError Unsupported(string method, string id) =>
        new(
            100,
            $"Unsupported {method} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not "
            + "support this operation",
            33)
        {
            Type = "GraphMethodException",
        };
}
