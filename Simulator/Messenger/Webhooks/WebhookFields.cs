namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>The events that an app can subscribe a Page to.</summary>
internal static class WebhookFields
{
    public static readonly IReadOnlySet<string> Known = new HashSet<string>
    {
        "messages", "messaging_postbacks", "messaging_optins", "messaging_referrals", "messaging_handovers", "standby",
        "message_deliveries", "message_reads", "message_echoes", "message_edits", "message_reactions",
        "messaging_account_linking", "messaging_feedback", "response_feedback", "send_cart",
        "messaging_customer_information", "messaging_in_thread_lead_form_submit", "messaging_policy_enforcement",
        "message_template_status_update", "messaging_game_plays", "inbox_labels", "feed", "leadgen",
    };
}
