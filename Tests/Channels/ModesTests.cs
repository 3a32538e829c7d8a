using CommerceBot.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CommerceBot.Tests.Channels;

public sealed class ModesTests
{
    private const string Page = "FacebookVerifyToken=v FacebookAppSecret=s FacebookAccessToken=a Shop:BaseUrl=https://shop.example";
    private const string TestStripe = "Stripe:ApiKey=sk_test_1 Stripe:WebhookSecret=whsec_1";
    private const string Seller = "Shop:LegalName=Anna Shop:LegalAddress=Via%20Roma%201 Shop:SupportEmail=anna@bottega.it "
        + "Shop:SupportPhone=+390299999999 Shop:VatNumber=IT01234567890";
    private const string LiveStripe = "Stripe:ApiKey=sk_live_1 Stripe:WebhookSecret=whsec_1 " + Seller;

    [Theory]
    [InlineData("", "Messenger Simulated, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData(Page + " " + TestStripe, "Messenger Real, Stripe Real, Connector Off, Email Off, test")]
    [InlineData(Page + " " + LiveStripe, "Messenger Real, Stripe Real, Connector Off, Email Off, live")]
    [InlineData(
        Page + " Stripe:ApiKey=rk_live_1 Stripe:WebhookSecret=w " + Seller, "Messenger Real, Stripe Real, Connector Off, Email Off, live")]
    [InlineData(Page + " Stripe:ApiKey=rk_test_1 Stripe:WebhookSecret=w", "Messenger Real, Stripe Real, Connector Off, Email Off, test")]
    [InlineData(TestStripe, "Messenger Simulated, Stripe Real, Connector Real, Email Simulated, test")]
    [InlineData(LiveStripe, "Messenger Off, Stripe Real, Connector Real, Email Off, live")]
    [InlineData(Page + " Stripe:Mode=Simulated", "Messenger Real, Stripe Simulated, Connector Off, Email Off, test")]
    [InlineData(Page + " Messenger:Mode=Simulated", "Messenger Simulated, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData(Page + " Messenger:Mode=Off", "Messenger Off, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData("FacebookAppSecret=s Messenger:Mode=Off", "Messenger Off, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData(
        "Messenger:Mode=off Stripe:Mode=OFF Email:Mode=Off Connector:Mode=Off",
        "Messenger Off, Stripe Off, Connector Off, Email Off, simulated")]
    [InlineData("Smtp:Host=mail.example", "Messenger Simulated, Stripe Simulated, Connector Real, Email Real, simulated")]
    [InlineData(
        "Messenger:Mode=auto Connector:Mode=Auto", "Messenger Simulated, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData(
        "Simulator:Enabled=never Simulator:Url=http://localhost:3980",
        "Messenger Simulated, Stripe Simulated, Connector Real, Email Simulated, simulated")]
    [InlineData(
        "Simulator:Enabled=never Email:Mode=Off " + Page + " " + TestStripe, "Messenger Real, Stripe Real, Connector Off, Email Off, test")]
    public void Keys_and_modes_decide_what_is_real(string settings, string expected) =>
        Assert.Equal(expected, Show(Modes.Decide(Read(settings))));

    [Theory]
    [InlineData("FacebookAppSecret=s", "FacebookVerifyToken and FacebookAccessToken are missing")]
    [InlineData("FacebookVerifyToken=v FacebookAppSecret=s", "FacebookAccessToken is missing")]
    [InlineData("Messenger:Mode=Real", "FacebookVerifyToken and FacebookAppSecret and FacebookAccessToken are missing")]
    [InlineData("Stripe:ApiKey=sk_test_1", "Stripe:WebhookSecret is missing")]
    [InlineData("Stripe:WebhookSecret=w", "Stripe:ApiKey is missing")]
    [InlineData("Email:Mode=Real", "Smtp:Host is missing")]
    [InlineData(Page, "Stripe is Off")]
    [InlineData(Page + " Stripe:Mode=Off", "Stripe is Off")]
    [InlineData("FacebookVerifyToken=v FacebookAppSecret=s FacebookAccessToken=a " + TestStripe, "Shop:BaseUrl is missing")]
    [InlineData(LiveStripe + " Messenger:Mode=Simulated", "Messenger:Mode")]
    [InlineData(LiveStripe + " Email:Mode=Simulated", "Email:Mode")]
    [InlineData(LiveStripe + " Stripe:Mode=Simulated", "Stripe:Mode")]
    [InlineData(LiveStripe + " Stripe:Mode=Off", "live Stripe key")]
    [InlineData("Stripe:ApiKey=%20sk_live_1 Stripe:WebhookSecret=w Messenger:Mode=Simulated", "live Stripe key")]
    [InlineData("Stripe:ApiKey=sk_of_tomorrow Stripe:WebhookSecret=w Messenger:Mode=Simulated", "live Stripe key")]
    [InlineData("Stripe:ApiKey=pk_test_1 Stripe:WebhookSecret=w", "publishable")]
    [InlineData("MicrosoftAppId=00000000-0000-0000-0000-000000000001", "MicrosoftAppId is set")]
    [InlineData("MicrosoftAppId=1 Connector:Mode=Off", "MicrosoftAppId is set")]
    [InlineData("MicrosoftAppPassword=x", "MicrosoftAppPassword is set")]
    [InlineData("Connector:Mode=Real", "without MicrosoftAppId")]
    [InlineData("Connector:Mode=Simulated", "no simulator")]
    [InlineData("Messenger:Mode=Maybe", "Messenger:Mode is 'Maybe'")]
    [InlineData("Messenger:Mode=7", "Messenger:Mode is '7'")]
    [InlineData("Simulator:Enabled=never", "Simulator:Enabled is never")]
    [InlineData("Simulator:Enabled=sometimes", "Simulator:Enabled is")]
    [InlineData("Simulator:Url=nowhere", "Simulator:Url is")]
    [InlineData(LiveStripe + " Shop:LegalName=", "Shop:LegalName is missing")]
    [InlineData(LiveStripe + " Shop:LegalAddress=", "Shop:LegalAddress is missing")]
    [InlineData(LiveStripe + " Shop:SupportEmail=", "Shop:SupportEmail is missing")]
    [InlineData(LiveStripe + " Shop:SupportPhone=", "Shop:SupportPhone is missing")]
    [InlineData(LiveStripe + " Shop:VatNumber=", "Shop:VatNumber is missing")]
    [InlineData(LiveStripe + " Shop:VatNumber=IT00000000000", "Shop:VatNumber is 'IT00000000000', which is the sample shop's")]
    [InlineData(LiveStripe + " Shop:SupportEmail=ciao@bottega-aurora.example", "which is the sample shop's")]
    public void Settings_that_contradict_each_other_are_refused_by_name(string settings, string reason) =>
        Assert.Contains(reason, Assert.Throws<SettingsException>(() => Modes.Decide(Read(settings))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", true)]
    [InlineData(TestStripe, true)]
    [InlineData(Page + " " + TestStripe, false)]
    [InlineData(Page + " " + LiveStripe, false)]
    [InlineData(LiveStripe, false)]
    [InlineData("Simulator:Url=http://localhost:3980", false)]
    public async Task The_simulators_are_in_the_host_only_when_they_are_needed(string settings, bool there)
    {
        var folder = Directory.CreateTempSubdirectory("modes-");
        try
        {
            await using var app = Program.Build([.. Args(folder, settings)]);
            Assert.Equal(there, app.Services.GetService<CommerceBot.Simulator.Hosting.SimulatorOptions>() is not null);
            Assert.Equal(
                there, ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app)
                    .DataSources.SelectMany(source => source.Endpoints)
                    .Any(endpoint => endpoint.DisplayName!.Contains("/chat", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Storage:Provider=postgres", "postgres")]
    [InlineData("Shop:VatRate=much", "Shop:VatRate")]
    [InlineData("Shop:TimeZone=Europe/Atlantis", "Shop:TimeZone is 'Europe/Atlantis'")]
    [InlineData("Messenger:Mode=Real", "FacebookVerifyToken")]
    [InlineData("Shop:BaseUrl=nowhere", "Shop:BaseUrl is 'nowhere'")]
    [InlineData("Shop:BaseUrl=ftp://shop.example", "Shop:BaseUrl is 'ftp://shop.example'")]
    public void A_host_with_wrong_settings_is_not_built(string settings, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("modes-");
        try
        {
            Assert.Contains(
                reason,
                Assert.Throws<SettingsException>(() => Program.Build([.. Args(folder, settings)])).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("FacebookApiHost=ftp://graph.example", "FacebookApiHost is 'ftp://graph.example'")]
    [InlineData("FacebookApiHost=a%20b", "FacebookApiHost is 'a b'")]
    [InlineData("FacebookApiVersion=26", "FacebookApiVersion is '26'")]
    [InlineData("FacebookMaxConnections=0", "FacebookMaxConnections is '0'")]
    [InlineData("FacebookMaxConnections=5000", "FacebookMaxConnections is '5000'")]
    [InlineData("FacebookMaxConnections=many", "'many' at 'FacebookMaxConnections'")]
    [InlineData("Stripe:ApiBase=nowhere", "Stripe:ApiBase is 'nowhere'")]
    [InlineData("Stripe:WebhookSecret=,", "Stripe:WebhookSecret holds no secret")]
    public async Task A_setting_that_would_fail_with_the_first_shopper_is_told_at_the_start(string settings, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("modes-");
        try
        {
            var wrong = await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await using var app = Program.Build([.. Args(folder, $"{Page} {TestStripe} urls=http://127.0.0.1:0 {settings}")]);
                await app.StartAsync(TestContext.Current.CancellationToken);
            });
            Assert.True(wrong is OptionsValidationException or SettingsException, $"{wrong}");
            Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Args(DirectoryInfo folder, string settings) =>
        [
            "--contentRoot",
            AppContext.BaseDirectory,
            $"--Data:Folder={folder.FullName}",
            .. Pairs(settings).Select(pair => $"--{pair.Key}={pair.Value}"),
        ];

    private static IConfiguration Read(string settings) => new ConfigurationBuilder().AddInMemoryCollection(Pairs(settings)).Build();

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(string settings) =>
        settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => pair[0])
            .Select(same => KeyValuePair.Create(same.Key, (string?)Uri.UnescapeDataString(same.Last()[1])));

    private static string Show(Modes modes) =>
        $"Messenger {modes.Messenger}, Stripe {modes.Stripe}, Connector {modes.Connector}, Email {modes.Email}, {modes.Stamp}";
}
