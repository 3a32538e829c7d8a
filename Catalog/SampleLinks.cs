namespace CommerceBot.Catalog;

/// <summary>
/// The sample shop's feed cannot know at which address the bot will run, so its links begin with
/// <c>https://sample.invalid/</c>. They are turned into <c>{base}/sample/...</c> when a product is read:
/// the address may change from one start to the next, and the catalogue need not be imported again.
/// </summary>
/// <param name="BaseUrl">Where the bot is reached, such as <c>http://localhost:3978</c>.</param>
public sealed record SampleLinks(Uri BaseUrl)
{
    private const string Host = "sample.invalid";

    /// <summary>A picture's address: the bot's own for the sample shop, else as the feed says.</summary>
    public Uri? Picture(Uri? image) =>
        image is { Host: Host } ? new Uri($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/sample{image.AbsolutePath}") : image;

    /// <summary>A product's page; the sample shop has none.</summary>
    public static Uri? Page(Uri? link) => link is { Host: Host } ? null : link;
}
