using CommerceBot.Desk.Access;
using CommerceBot.Desk.Alerts;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Live;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace CommerceBot.Desk;

internal static class DeskServiceCollectionExtensions
{
    public const string SignInLimit = "desk.sign-in";

    /// <summary>The merchant's desk: its people, its pages, and what they read and ask for.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration settings, DeskOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DeskAssets>();
        services.AddSingleton<DeskCommands>();
        services.AddSingleton<CannedAnswers>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<LiveCounts>();
        services.AddHostedService<UndeliveredWatch>();
        AddPeople(services, options.PasskeyDomain(settings["Shop:BaseUrl"]));
        if (options.Provider is { } provider)
            services.AddProviderSignIn(provider);
        services.AddSingleton<IAuthorizationHandler, DeskAuthorization>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, DeskRefusals>();
        services.AddAuthorization(DeskPolicies.Add);
        services.AddSingleton<SignInAttempts>();
        AddPages(services);
        return services;
    }

    private static void AddPeople(IServiceCollection services, string passkeyDomain)
    {
        // No scheme is the default: only what asks for the desk's people looks for their cookie.
        services.AddAuthentication().AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(CookieOf));
        foreach (var scheme in new[] { IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme })
            services.Configure<CookieAuthenticationOptions>(scheme, cookie => cookie.CookieManager = new DeskCookies());
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "desk-second-step";
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddHttpContextAccessor();
        services.AddIdentityCore<DeskUser>(Rules)
            .AddUserStore<DeskUserStore>()
            .AddClaimsPrincipalFactory<DeskClaims>()
            .AddSignInManager<DeskSignIn>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromMinutes(5);
            // The new principal is made of what is kept; when somebody signed in stands only in the old one.
            stamp.OnRefreshingPrincipal = context =>
            {
                var kept = context.CurrentPrincipal?.FindAll(claim => claim.Type is DeskClaims.SignedInAt or DeskClaims.SecondFactor) ?? [];
                context.NewPrincipal?.Identities.First().AddClaims(kept);
                return Task.CompletedTask;
            };
        });
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = passkeyDomain;
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
        });
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new PasswordOptions
        {
            // Length is what counts (NIST SP 800-63B, 5.1.1.2).
            RequiredLength = 12, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
    }

    private static void CookieOf(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "desk-form";
            forms.Cookie.Path = "/desk";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = "desk-said";
            said.Cookie.Path = "/desk";
            said.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Letters of Europe's languages stand as they are in a page; what means something to HTML never does.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Desk/Pages";
                Permissions.Add(pages.Conventions);
                pages.Conventions.ConfigureFilter(new StaleFormFilter());
            })
            .ConfigureApplicationPartManager(parts =>
            {
                // This program's pages, and no other's: a test's own assembly is not searched.
                parts.ApplicationParts.Clear();
                var factory = Microsoft.AspNetCore.Mvc.ApplicationParts.ApplicationPartFactory.GetApplicationPartFactory(
                    typeof(DeskOptions).Assembly);
                foreach (var part in factory.GetApplicationParts(typeof(DeskOptions).Assembly))
                    parts.ApplicationParts.Add(part);
            });
    }
}
