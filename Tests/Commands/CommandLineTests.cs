using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class CommandLineTests(TempFolder folder) : IClassFixture<TempFolder>
{
    [LongFact]
    public async Task Help_names_every_command()
    {
        var said = await Run.OnAsync(folder.Path, "--help");
        Assert.Equal(0, said.Code);
        foreach (var command in new[] { "import", "messenger", "orders", "stock", "dead-letters", "simulator" })
            Assert.Contains(command, said.Out, StringComparison.Ordinal);
    }

    [LongTheory]
    [InlineData("ordres", "list")]
    [InlineData("orders", "explode")]
    [InlineData("orders")]
    [InlineData("orders", "show")]
    [InlineData("import")]
    public async Task A_command_that_is_not_understood_starts_nothing(params string[] words)
    {
        var said = await Run.OnAsync(folder.Path, words);
        Assert.Equal(1, said.Code);
        Assert.NotEqual("", said.Errors.Trim());
        Assert.DoesNotContain("open at", said.Out, StringComparison.Ordinal);
    }

    [LongTheory]
    [InlineData("Storage__Provider", "postgres", "only sqlite", "orders", "list")]
    [InlineData("Storage__Provider", "postgres", "only sqlite")]
    [InlineData("Messenger__Mode", "Maybe", "Messenger:Mode is 'Maybe'", "dead-letters", "list")]
    [InlineData("MicrosoftAppId", "1", "MicrosoftAppId is set")]
    [InlineData("Shop__VatRate", "much", "Shop:VatRate", "orders", "list")]
    [InlineData("Shop__SigningKey", "short", "Shop:SigningKey")]
    [InlineData("Simulator__Enabled", "sometimes", "Simulator:Enabled", "simulator")]
    [InlineData("Shop__BaseUrl", "nowhere", "Shop:BaseUrl is 'nowhere'")]
    public async Task Wrong_settings_are_told_in_one_sentence(string name, string value, string sentence, params string[] words)
    {
        var said = await Run.OnAsync(
            folder.Path, new Dictionary<string, string> { [name] = value, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" }, words);
        Assert.True(said.Code == 2, said.ToString());
        Assert.Contains(sentence, said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
        Assert.Single(said.Errors.Trim().Split('\n'));
    }

    [LongFact]
    public async Task All_that_is_wrong_in_the_keys_of_two_services_is_told_at_once()
    {
        var settings = new Dictionary<string, string>
        {
            ["FacebookVerifyToken"] = "v",
            ["FacebookAppSecret"] = "s",
            ["FacebookAccessToken"] = "a",
            ["FacebookMaxConnections"] = "0",
            ["Shop__BaseUrl"] = "https://shop.example",
            ["Stripe__ApiKey"] = "sk_test_1",
            ["Stripe__WebhookSecret"] = ",",
            ["Stripe__ApiBase"] = "nowhere",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };
        var said = await Run.OnAsync(folder.Path, settings);
        Assert.True(said.Code == 2, said.ToString());
        foreach (var wrong in (string[])["FacebookMaxConnections is '0'", "Stripe:ApiBase is 'nowhere'", "Stripe:WebhookSecret holds"])
            Assert.Contains(wrong, said.Errors, StringComparison.Ordinal);
        Assert.Single(said.Errors.Trim().Split('\n'));
    }

    [LongTheory]
    [InlineData]
    [InlineData("dead-letters", "list")]
    [InlineData("simulator")]
    public async Task A_data_folder_that_cannot_be_written_is_told_in_one_sentence(params string[] words)
    {
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        string[] ofLinux = OperatingSystem.IsLinux() ? ["/proc/commercebot", "/proc/sys/kernel"] : [];
        foreach (var place in (string[])[Path.Combine(file, "data"), .. ofLinux])
        {
            var said = await Run.OnAsync(place, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" }, words);
            Assert.True(said.Code == 2, said.ToString());
            Assert.Contains("cannot be used", said.Errors, StringComparison.Ordinal);
            Assert.Contains(place, said.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
        }
    }

    [LongFact]
    public async Task Without_a_page_there_is_nothing_to_set_up()
    {
        var said = await Run.OnAsync(folder.Path, "messenger", "setup");
        Assert.Equal(1, said.Code);
        Assert.Contains("FacebookAccessToken", said.Errors, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_page_that_Graph_refuses_is_told_why()
    {
        var page = new Dictionary<string, string>
        {
            ["FacebookVerifyToken"] = "v",
            ["FacebookAppSecret"] = "s",
            ["FacebookAccessToken"] = "a",
            ["Shop__BaseUrl"] = "https://shop.example",
            ["Stripe__ApiKey"] = "sk_test_1",
            ["Stripe__WebhookSecret"] = "w",
            ["FacebookApiHost"] = "http://127.0.0.1:9",
        };
        var said = await Run.OnAsync(folder.Path, page, "messenger", "setup");
        Assert.True(said.Code == 1, said.ToString());
        Assert.Contains("not written", said.Errors, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_feed_is_checked_first_and_then_put_on_sale()
    {
        var feed = Path.Combine(AppContext.BaseDirectory, "Samples", "feeds", "woo-plugin-format.csv");
        var dollars = new Dictionary<string, string> { ["Shop__Currency"] = "USD" };
        var checkedOnly = await Run.OnAsync(folder.Path, dollars, "import", feed, "--dry-run", "--replace");
        Assert.True(checkedOnly.Code == 0, checkedOnly.ToString());
        Assert.Contains("Would import", checkedOnly.Out, StringComparison.Ordinal);
        var imported = await Run.OnAsync(folder.Path, dollars, "import", feed, "--replace");
        Assert.True(imported.Code == 0, imported.ToString());
        Assert.Contains("Imported", imported.Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_feed_that_is_none_is_refused()
    {
        var missing = await Run.OnAsync(folder.Path, "import", "nowhere.csv");
        Assert.Equal((1, ""), (missing.Code, missing.Out));
        Assert.Contains("nowhere.csv", missing.Errors, StringComparison.Ordinal);
        var picture = Path.Combine(folder.Path, "picture.csv");
        await File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
        var said = await Run.OnAsync(folder.Path, "import", picture);
        Assert.True(said.Code == 1, said.ToString());
        Assert.NotEqual("", said.Errors);
    }

    [LongTheory]
    [InlineData("simulator")]
    [InlineData]
    public async Task A_server_tells_its_address_and_ends_when_it_is_told_to(params string[] words)
    {
        using var process = Run.Start(
            Path.Combine(folder.Path, "server" + words.Length), new Dictionary<string, string>(),
            [.. words, "--urls", "http://127.0.0.1:0"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync(patience.Token);
        while (line is not null && !line.Contains("/chat", StringComparison.Ordinal));
        Assert.NotNull(line);
        using var http = Loopback.Client(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Split(' ')[0].TrimEnd('.')));
        using var page = await http.GetAsync("/chat");
        Assert.True(page.IsSuccessStatusCode);
        using var term = System.Diagnostics.Process.Start(
            "kill",
            ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("XML encryptor", await process.StandardOutput.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    [LongFact]
    public async Task An_address_in_use_is_told_in_one_sentence()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var said = await Run.OnAsync(folder.Path, "--urls", host.Http.BaseAddress!.ToString());
        Assert.True(said.Code == 2, said.ToString());
        Assert.Contains("--urls", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Two_shops_never_share_a_data_folder()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var said = await Run.OnAsync(host.Folder, "--urls", "http://127.0.0.1:0");
        Assert.True(said.Code == 2, said.ToString());
        Assert.Contains("Data:Folder", said.Errors, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task The_keys_are_for_their_owner_alone()
    {
        await Run.OnAsync(folder.Path, "orders", "list");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(folder.Path, "keys")));
    }
}
