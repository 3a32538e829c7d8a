using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Desk;

/// <summary>
/// Style sheet, scripts and pictures of the desk, out of the program itself. A hash of what is in it stands in each name, so that
/// browsers keep a file for as long as it stays what it is.
/// </summary>
internal sealed class DeskAssets
{
    private const string Prefix = "DeskAssets/";
    private const string Route = "/desk/assets/";

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byPath;

    public DeskAssets()
    {
        var assembly = typeof(DeskAssets).Assembly;
        var assets = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return Asset.Of(name[Prefix.Length..], bytes.ToArray());
        }).ToList();
        _byName = assets.ToFrozenDictionary(asset => asset.Name);
        _byPath = assets.ToFrozenDictionary(asset => asset.Hashed);
    }

    /// <summary>Where browsers find a file.</summary>
    public string PathOf(string name) => Route + _byName[name].Hashed;

    public IResult Serve(string hashed, HttpContext http)
    {
        if (!_byPath.TryGetValue(hashed, out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.Type);
    }

    private sealed record Asset(string Name, string Hashed, byte[] Bytes, string Type)
    {
        public static Asset Of(string name, byte[] bytes)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
            var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
            return new Asset(name, $"{stem}.{hash}{ending}", bytes, ending switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "text/plain; charset=utf-8",
            });
        }
    }
}
