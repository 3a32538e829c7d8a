using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Connector;

/// <summary>The ids of the channels.</summary>
[SuppressMessage("Design", "CA1052", Justification = "Microsoft's class has a public constructor.")]
public class Channels
{
    /// <summary>Amazon's speaker.</summary>
    public const string Alexa = "alexa";

    /// <summary>A console of the developer's.</summary>
    public const string Console = "console";

    /// <summary>Microsoft's former assistant.</summary>
    public const string Cortana = "cortana";

    /// <summary>A program of one's own, by Direct Line.</summary>
    public const string Directline = "directline";

    /// <summary>A program of one's own that speaks, by Direct Line.</summary>
    public const string DirectlineSpeech = "directlinespeech";

    /// <summary>Mails.</summary>
    public const string Email = "email";

    /// <summary>Bot Framework Emulator, on the developer's machine.</summary>
    public const string Emulator = "emulator";

    /// <summary>A channel of a company's own.</summary>
    public const string EnterpriseChannel = "enterprisechannel";

    /// <summary>Facebook Messenger.</summary>
    public const string Facebook = "facebook";

    /// <summary>GroupMe.</summary>
    public const string Groupme = "groupme";

    /// <summary>Microsoft Kaizala, which ended.</summary>
    public const string Kaizala = "kaizala";

    /// <summary>Kik.</summary>
    public const string Kik = "kik";

    /// <summary>LINE.</summary>
    public const string Line = "line";

    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>Skype.</summary>
    public const string Skype = "skype";

    /// <summary>Skype for Business.</summary>
    public const string Skypeforbusiness = "skypeforbusiness";

    /// <summary>Slack.</summary>
    public const string Slack = "slack";

    /// <summary>Text messages.</summary>
    public const string Sms = "sms";

    /// <summary>Telegram.</summary>
    public const string Telegram = "telegram";

    /// <summary>The Web Chat control in a page.</summary>
    public const string Webchat = "webchat";

    /// <summary>The adapter of tests.</summary>
    public const string Test = "test";

    /// <summary>Text messages by Twilio.</summary>
    public const string Twilio = "twilio-sms";

    /// <summary>Phone calls.</summary>
    public const string Telephony = "telephony";

    /// <summary>Dynamics 365 Omnichannel.</summary>
    public const string Omni = "omnichannel";

    /// <summary>Outlook.</summary>
    public const string Outlook = "outlook";

    /// <summary>Extensions of Microsoft 365.</summary>
    public const string M365 = "m365extensions";
}
