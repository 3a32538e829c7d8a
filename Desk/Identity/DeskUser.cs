using System.Text.Json.Serialization;
using CommerceBot.Desk.Access;

namespace CommerceBot.Desk.Identity;

/// <summary>A person of the desk, as Identity asks for them. Kept as one encrypted document.</summary>
internal sealed class DeskUser
{
    public required string Id { get; init; }

    /// <summary>By which they sign in, as they wrote it.</summary>
    public required string Email { get; set; }

    /// <summary>As the timeline names them.</summary>
    public required string Name { get; set; }

    public DeskRole Role { get; set; }

    public bool IsDisabled { get; set; }

    public DateTimeOffset Created { get; init; }

    public string? PasswordHash { get; set; }

    /// <summary>Another one ends every session of theirs.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Shared with an authenticator app, in Base32.</summary>
    public string? AuthenticatorKey { get; set; }

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The step of the last code that was used: none is good twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>SHA-256 of each code that was not used yet, in hex.</summary>
    public List<string> RecoveryCodes { get; set; } = [];

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public List<DeskPasskey> Passkeys { get; set; } = [];

    /// <summary>Set by the store; 0 was never kept.</summary>
    public long Version { get; set; }

    [JsonIgnore]
    public bool HasSecondFactor => TwoFactorEnabled || Passkeys.Count > 0;
}

/// <summary>A passkey, as Identity wants it back.</summary>
internal sealed record DeskPasskey(
    byte[] CredentialId, byte[] PublicKey, DateTimeOffset Created, uint SignCount, string[]? Transports, bool IsUserVerified,
    bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DeskUser))]
internal sealed partial class DeskJson : JsonSerializerContext;
