using CommerceBot.Bench.Load;

namespace CommerceBot.Bench.Children;

/// A server under measurement, in its own process with an empty data folder; it lives through all its runs, so that its code is
/// compiled and its database has grown when it counts.
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LoadProcess _load;
    private readonly Child _child;
    private readonly DirectoryInfo _folder;
    private readonly Uri _webhook;

    private ServerProcess(string name, bool replies, LoadProcess load, Child child, DirectoryInfo folder, Uri webhook) =>
        (Name, Replies, _load, _child, _folder, _webhook) = (name, replies, load, child, folder, webhook);

    public string Name { get; }

    /// Whether it answers through the Send API, and is measured by that.
    public bool Replies { get; }

    public Uri Address => new(_webhook.GetLeftPart(UriPartial.Authority));

    public List<ServerRun> Runs { get; } = [];

    public long ResidentBytes => _child.ResidentBytes;

    /// The name is the mode of this program that it runs in.
    public static async Task<ServerProcess> StartAsync(
        string name, LoadProcess load, bool replies, IReadOnlyDictionary<string, string>? runtime = null)
    {
        var folder = Directory.CreateTempSubdirectory("commercebot-bench-");
        var child = Child.Start(name, runtime ?? RuntimeSettings.Shop, load.Graph, folder.FullName);
        try
        {
            var address = new Uri(await child.HearAsync("ready", Patience));
            return new ServerProcess(name, replies, load, child, folder, new Uri(address, Webhook.Path));
        }
        catch (ChildFailedException)
        {
            await child.DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// What else the server says: the rest of its next line that begins with the word.
    public Task<string> HearAsync(string word, TimeSpan within) => _child.HearAsync(word, within);

    public async Task<ServerRun> RunAsync(double seconds)
    {
        var most = (int)(seconds * (Replies ? 25_000 : 100_000));
        var run = await _load.RunAsync(new LoadOrder(_webhook, seconds, most, Replies), _child);
        Runs.Add(run);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
