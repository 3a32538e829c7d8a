using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CommerceBot.Simulator.Hosting;

/// <summary>Serves a folder of <c>wwwroot</c> out of the assembly, so that a page needs no file beside the program.</summary>
internal static class EmbeddedPages
{
    private static readonly Assembly Here = typeof(EmbeddedPages).Assembly;

    /// <summary>Maps each file of <c>wwwroot/{folder}</c> to <c>{path}/{file}</c>; html files only through <see cref="Page"/>.</summary>
    public static void MapEmbeddedFiles(this IEndpointRouteBuilder app, string path, string folder)
    {
        var prefix = Prefix(folder);
        foreach (var name in Here.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var file = name[prefix.Length..];
            if (ContentType(file) is not { } type || file.EndsWith(".html", StringComparison.Ordinal))
                continue;
            var (bytes, tag) = Load(name);
            app.MapGet($"{path}/{file}", (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(bytes, type, entityTag: tag);
            });
        }
    }

    /// <summary>One html file of <c>wwwroot/{folder}</c>.</summary>
    public static IResult Page(string folder, string file)
    {
        var (bytes, tag) = Load(Prefix(folder) + file);
        return Results.Bytes(bytes, ContentType(file), entityTag: tag);
    }

    private static string Prefix(string folder) => $"{typeof(EmbeddedPages).Assembly.GetName().Name}.wwwroot.{folder}.";

    private static (byte[] Bytes, EntityTagHeaderValue Tag) Load(string name)
    {
        using var stream = Here.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The page {name} is not in the assembly. Is it under wwwroot?");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\""));
    }

    private static string? ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => null,
    };
}
