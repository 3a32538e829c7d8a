using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Calls Graph and checks that webhooks come from it. One instance keeps one pool of connections; it retries nothing.</summary>
public class FacebookClientWrapper : IDisposable
{
    private readonly FacebookClientWrapperOptions _options;
    private readonly HttpClient? _ownHttp;
    private readonly GraphConnection _graph;

    /// <summary>With connections of its own, which are closed with it.</summary>
    public FacebookClientWrapper(FacebookClientWrapperOptions options)
        : this(options, null)
    {
    }

    /// <summary>With an HttpClient of the caller's, which must follow no redirects; the caller disposes of it.</summary>
    public FacebookClientWrapper(FacebookClientWrapperOptions options, HttpClient? httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _ownHttp = httpClient is null ? GraphConnection.Open(options) : null;
        _graph = new GraphConnection(options, httpClient ?? _ownHttp!);
    }

    internal FacebookClientWrapperOptions Options => _options;

    /// <summary>
    /// Carries out one call and tells what came of it, without an exception for what the outside did.
    /// The target is a path under the API's version, such as "me/messages". Without a token, the Page's that the
    /// target names is taken, else the common one.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="ArgumentException">The target is no path under the API's version.</exception>
    public virtual Task<FacebookAnswer> CallAsync(
        HttpMethod method,
        string target,
        ReadOnlyMemory<byte> body,
        string? accessToken = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        return _graph.CallAsync(method, target, body, accessToken, cancellationToken);
    }

    /// <summary>First name, last name, picture and language of a person, as far as the person's settings let us know them.</summary>
    /// <exception cref="ArgumentException">The id cannot be part of an address.</exception>
    public virtual Task<FacebookAnswer> GetProfileAsync(
        string personId, string? accessToken = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(personId);
        return CallAsync(
            HttpMethod.Get, Uri.EscapeDataString(personId) + "?fields=first_name,last_name,profile_pic,locale", default, accessToken,
            cancellationToken);
    }

    /// <summary>Writes the Page's Messenger profile: get started, greeting, persistent menu, ice breakers.</summary>
    public virtual Task<FacebookAnswer> SetMessengerProfileAsync(
        string json, string? accessToken = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        return CallAsync(HttpMethod.Post, "me/messenger_profile", Encoding.UTF8.GetBytes(json), accessToken, cancellationToken);
    }

    /// <summary>Sends one message; answers its mid.</summary>
    /// <exception cref="FacebookApiException">Graph refused, or gave no answer.</exception>
    public virtual async Task<string?> SendMessageAsync(
        string path, FacebookMessage payload, HttpMethod? method = null, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(payload, FacebookJson.Plain.FacebookMessage);
        var answer = await CallAsync(method ?? HttpMethod.Post, path, body, null, cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? answer.MessageId : throw new FacebookApiException(answer);
    }

    /// <summary>True when the request's signature fits the body.</summary>
    public virtual bool VerifySignature(HttpRequest request, string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return VerifySignature(request, Encoding.UTF8.GetBytes(payload));
    }

    /// <summary>True when the request's signature fits the bytes that were received.</summary>
    public virtual bool VerifySignature(HttpRequest request, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(request);
        return FacebookSignature.Verify(payload.Span, request.Headers[FacebookSignature.HeaderName], Secret());
    }

    /// <summary>The HMAC-SHA256 of the access token under the app secret, in hex, which Graph takes as <c>appsecret_proof</c>.</summary>
    public virtual string GetAppSecretProof() => FacebookSignature.Proof(
        _options.FacebookAccessToken ?? throw Missing("FacebookAccessToken"), Secret());

    /// <summary>Answers Meta's question whether this address is ours: its challenge for the right token, 403 for any other.</summary>
    public virtual async Task VerifyWebhookAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var right = request.Query["hub.mode"] == "subscribe" && IsVerifyToken(request.Query["hub.verify_token"]);
        await FacebookHelper.WriteAsync(
            response,
            right ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
            right ? request.Query["hub.challenge"].ToString() : string.Empty,
            Encoding.UTF8,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>True when Graph took it; false tells nothing of why.</summary>
    public virtual async Task<bool> PostToFacebookApiAsync(string postType, string content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var answer = await CallAsync(HttpMethod.Post, postType, Encoding.UTF8.GetBytes(content), null, cancellationToken)
            .ConfigureAwait(false);
        return answer.Succeeded;
    }

    /// <summary>Asks the app that owns the conversation to hand it over; true when Graph took the request.</summary>
    public virtual Task<bool> RequestThreadControlAsync(string userId, string message, CancellationToken cancellationToken) =>
        Hand(HandoverConstants.RequestThreadControl, null, userId, message, cancellationToken);

    /// <summary>Takes the conversation from the app that owns it; only the Page's primary app may.</summary>
    public virtual Task<bool> TakeThreadControlAsync(string userId, string message, CancellationToken cancellationToken) =>
        Hand(HandoverConstants.TakeThreadControl, null, userId, message, cancellationToken);

    /// <summary>Gives the conversation to another app, such as the Page's inbox (<see cref="HandoverConstants.PageInboxId"/>).</summary>
    public virtual Task<bool> PassThreadControlAsync(
        string targetAppId, string userId, string message, CancellationToken cancellationToken
    ) => Hand(HandoverConstants.PassThreadControl, targetAppId, userId, message, cancellationToken);

    /// <summary>Closes the connections that are its own.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _ownHttp?.Dispose();
    }

    private Task<bool> Hand(string move, string? targetAppId, string userId, string message, CancellationToken cancellationToken) =>
        PostToFacebookApiAsync("/me/" + move, Encoding.UTF8.GetString(ThreadControl.Body(userId, targetAppId, message)), cancellationToken);

    private bool IsVerifyToken(string? token) =>
        !string.IsNullOrEmpty(_options.FacebookVerifyToken)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(token ?? string.Empty)),
            SHA256.HashData(Encoding.UTF8.GetBytes(_options.FacebookVerifyToken)));

    private string Secret() =>
        string.IsNullOrEmpty(_options.FacebookAppSecret) ? throw Missing("FacebookAppSecret") : _options.FacebookAppSecret;

    private static InvalidOperationException Missing(string setting) =>
        new(
            $"The setting {setting} is missing. Add \"{setting}\": \"...\" to appsettings.json, from the app's page at "
            + "developers.facebook.com."
        );
}
