using CommerceBot.Channels;
using Microsoft.Extensions.Options;
using Xunit;

namespace CommerceBot.Tests.Channels.Email;

/// <summary>A mail that cannot be sent in a proper name is told at the start.</summary>
public sealed class EmailSettingsTests
{
    private const string Good =
        "--Smtp:Host=mail.example --Smtp:From=shop@example.com --Shop:LegalName=Aurora --Shop:LegalAddress=Milano";

    [Fact]
    public async Task A_shop_with_a_mail_server_starts() => await StartAsync(Good);

    [Theory]
    [InlineData("--Smtp:From=", "Smtp:From is ''")]
    [InlineData("--Smtp:From=shop", "Smtp:From is 'shop'")]
    [InlineData("--Smtp:Port=0", "Smtp:Port is '0'")]
    [InlineData("--Smtp:User=shop", "Smtp:Password is missing")]
    [InlineData("--Shop:LegalName=", "Shop:LegalName")]
    [InlineData("--Shop:LegalAddress=", "Shop:LegalAddress")]
    [InlineData("--Imap:Host=mail.example", "Imap:User or Imap:Password is missing")]
    [InlineData("--Imap:Host=mail.example --Imap:User=a --Imap:Password=b --Imap:Port=0", "Imap:Port is '0'")]
    public async Task A_setting_that_cannot_work_is_named(string setting, string told)
    {
        var wrong = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => StartAsync($"{Good} {setting}"));
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Email:Merchant=nobody", "Email:Merchant is 'nobody'")]
    [InlineData("--Shop:SupportEmail=a@b.example,c@d.example", "'a@b.example,c@d.example'")]
    public async Task An_address_that_is_none_is_named(string setting, string told)
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => StartAsync($"{Good} {setting}"));
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("email-").FullName;
        try
        {
            await using var app = Program.Build([
                "--urls",
                "http://127.0.0.1:0",
                "--contentRoot",
                AppContext.BaseDirectory,
                $"--Data:Folder={folder}",
                .. settings.Split(' '),
            ]);
        }
        finally
        {
            CommerceBot.Tests.Support.Folders.Delete(folder);
        }
    }
}
