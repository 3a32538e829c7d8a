namespace CommerceBot.Catalog.Feed;

/// <summary>The whole file cannot be a feed; the message says what it looks like and what to do.</summary>
internal sealed class FeedRefusedException(string message) : Exception(message);
