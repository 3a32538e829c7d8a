namespace CommerceBot.Orders;

/// <summary>Domains that most people have their mail at, and the slips that are made in them.</summary>
internal static class EmailDomains
{
    /// <summary>Names of providers, each with the endings it has; the first is the usual one.</summary>
    private static readonly (string Name, string[] Endings)[] Providers =
    [
        ("gmail", ["com"]),
        ("googlemail", ["com", "de", "co.uk"]),
        ("icloud", ["com"]),
        ("hotmail", ["com", "it", "fr", "de", "es", "co.uk", "be", "nl", "ch", "se", "dk", "no", "fi", "gr", "pt", "at", "com.br",
            "com.tr", "com.ar"]),
        ("outlook", ["com", "it", "fr", "de", "es", "be", "at", "dk", "ie", "pt", "gr", "cz", "hu", "sk", "com.br", "com.tr", "com.au",
            "jp", "cl"]),
        ("live", ["com", "it", "fr", "de", "nl", "be", "co.uk", "at", "se", "dk", "no", "ie", "com.pt", "com.mx", "com.au", "ca", "cn",
            "jp"]),
        ("yahoo", ["com", "it", "fr", "de", "es", "co.uk", "ie", "gr", "se", "no", "dk", "pl", "ro", "be", "nl", "at", "ca", "co.jp",
            "co.in", "in",
            "com.br", "com.ar", "com.mx", "com.au", "com.tr"]),
        ("libero", ["it"]),
        ("virgilio", ["it"]),
        ("tiscali", ["it", "co.uk"]),
        ("fastwebnet", ["it"]),
        ("protonmail", ["com", "ch"]),
        ("btinternet", ["com"]),
        ("wanadoo", ["fr", "es"]),
        ("laposte", ["net"]),
        ("t-online", ["de"]),
        ("bluewin", ["ch"]),
        ("telenet", ["be"]),
        ("seznam", ["cz"]),
        ("inwind", ["it"]),
    ];

    /// <summary>Right as they are, however near to another one they look.</summary>
    private static readonly HashSet<string> Others =
    [
        "mail.com", "email.com", "email.it", "ymail.com", "gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "alice.it", "tim.it",
        "tin.it", "iol.it",
        "teletu.it", "aruba.it", "pec.it", "legalmail.it", "poste.it", "mail.ru", "me.com", "mac.com", "msn.com", "aol.com", "proton.me",
        "pm.me", "web.de", "free.fr", "sfr.fr", "orange.fr", "neuf.fr", "wp.pl", "o2.pl", "sky.com", "mail.it", "mail.de", "email.de",
        "fmail.co.uk",
    ];

    /// <summary>Endings that do not exist and the one that was meant.</summary>
    private static readonly Dictionary<string, string> Endings = new()
    {
        ["con"] = "com", ["cmo"] = "com", ["ocm"] = "com", ["comm"] = "com", ["ccom"] = "com", ["coom"] = "com", ["vom"] = "com",
        ["xom"] = "com",
        ["cim"] = "com", ["clm"] = "com", ["cpm"] = "com", ["comn"] = "com", ["coml"] = "com", ["nte"] = "net", ["ent"] = "net",
        ["nett"] = "net",
        ["ner"] = "net", ["ogr"] = "org", ["rog"] = "org", ["orgg"] = "org", ["ti"] = "it", ["itt"] = "it", ["iit"] = "it", ["ot"] = "it",
        ["ut"] = "it",
    };

    private static readonly HashSet<string> Known = [.. Providers.SelectMany(one => one.Endings.Select(ending => $"{one.Name}.{ending}")),
        .. Others];

    /// <summary>The domain that was probably meant; null when this one may well be right.</summary>
    public static string? Meant(string domain)
    {
        if (Known.Contains(domain))
            return null;
        var dot = domain.IndexOf('.', StringComparison.Ordinal);
        var (name, ending) = (domain[..dot], domain[(dot + 1)..]);
        var right = Endings.GetValueOrDefault(ending, ending);
        foreach (var provider in Providers)
            if (Near(right, provider.Endings) is { } near && (provider.Name == name || Looks(name, provider.Name)))
                return $"{provider.Name}.{near}";
            else if (provider.Name == name && !ending.Contains('.', StringComparison.Ordinal))
                return $"{name}.{provider.Endings[0]}";
        if (Known.Contains($"{name}.{right}"))
            return $"{name}.{right}";
        var last = domain[(domain.LastIndexOf('.') + 1)..];
        return Endings.TryGetValue(last, out var meant) ? domain[..^last.Length] + meant : null;
    }

    /// <summary>The whole domain of a provider whose ending was left out (anna@gmail, anna@gmailcom); null for any other.</summary>
    public static string? Completed(string domain)
    {
        var name = domain.Trim().ToLowerInvariant().Replace(',', '.');
        if (Known.Contains(name))
            return name;
        return Providers.Where(one => one.Name == name).Select(one => $"{one.Name}.{one.Endings[0]}").FirstOrDefault()
            ?? Known.FirstOrDefault(known => known.Replace(".", "", StringComparison.Ordinal) == name);
    }

    /// <summary>One slip: gmial, hotmaill, gnail. A mail server of a firm's own (mail.example.com) is none.</summary>
    private static bool Looks(string typed, string name) =>
        name.Length > 4 && typed is not ("mail" or "email" or "ymail") && FoldedText.OneSlipApart(typed, name);

    /// <summary>The provider's ending that was typed or is one slip away; null when it has none like it.</summary>
    private static string? Near(string typed, string[] endings) => endings.Contains(typed)
        ? typed
        : endings.FirstOrDefault(ending => FoldedText.OneSlipApart(ending, typed));
}
