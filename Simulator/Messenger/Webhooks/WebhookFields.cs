using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>
/// The fields that an app can subscribe a Page to. https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
/// (2026-11-27), with the fields that only the pages of the Messenger Platform name.
/// </summary>
internal static class WebhookFields
{
    public static readonly IReadOnlySet<string> Known = """
        affiliation attire awards bio birthday business_integrity call_permission_reply call_settings_update calls category checkins
        comment_poll_response company_overview conversations culinary_team current_location description email feature_access_list feed
        follow founded general_info general_manager group_feed hometown hours inbox_labels invalid_topic_placeholder
        invoice_access_bank_slip_events invoice_access_invoice_change invoice_access_invoice_draft_change
        invoice_access_onboarding_status_active leadgen leadgen_fat live_videos local_delivery location marketing_message_clicks
        marketing_message_deliveries marketing_message_delivery_failed marketing_message_echoes marketing_message_reads
        marketing_messages_subscriber_upload_status mcom_invoice_change members mention merchant_review message_context
        message_deliveries message_echoes message_edits message_mention message_reactions message_reads message_template_status_update
        messages messaging_account_linking messaging_appointments messaging_checkout_updates messaging_customer_information
        messaging_direct_sends messaging_fblogin_account_linking messaging_feedback messaging_game_plays messaging_handovers
        messaging_in_thread_lead_form_submit messaging_integrity messaging_optins messaging_optouts messaging_payments
        messaging_policy_enforcement messaging_postbacks messaging_pre_checkouts messaging_referrals messaging_seen mission name
        page_about_story page_change_proposal page_upcoming_change parking payment_options payment_request_update personal_info
        personal_interests phone picture price_range product_review products public_transit publisher_subscriptions ratings registration
        response_feedback send_cart standby story_poll_response story_share user_action video_text_question_responses videos website
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>Which field brings an event that holds this member.</summary>
    private static readonly (string Member, string Field)[] ByMember =
    [
        ("postback", "messaging_postbacks"), ("reaction", "message_reactions"), ("referral", "messaging_referrals"),
        ("optin", "messaging_optins"), ("optout", "messaging_optouts"), ("delivery", "message_deliveries"), ("read", "message_reads"),
        ("order", "send_cart"), ("message_edit", "message_edits"), ("messaging_customer_information", "messaging_customer_information"),
        ("account_linking", "messaging_account_linking"), ("messaging_feedback", "messaging_feedback"),
        ("response_feedback", "response_feedback"), ("policy_enforcement", "messaging_policy_enforcement"),
        ("pass_thread_control", "messaging_handovers"), ("take_thread_control", "messaging_handovers"),
        ("request_thread_control", "messaging_handovers"), ("app_roles", "messaging_handovers"), ("game_play", "messaging_game_plays"),
    ];

    public static string Of(JsonObject messaging)
    {
        if (messaging["message"] is JsonObject message && message["is_echo"] is JsonValue echo && echo.TryGetValue(out bool isEcho)
            && isEcho)
            return "message_echoes";
        if (messaging.ContainsKey("message"))
            return "messages";
        return ByMember.FirstOrDefault(row => messaging.ContainsKey(row.Member)).Field ?? "messages";
    }
}
