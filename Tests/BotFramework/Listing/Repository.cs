namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>Where the sources stand, seen from the tests' output.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
            if (File.Exists(Path.Combine(here.FullName, "CommerceBot.slnx")))
                return here.FullName;
        throw new DirectoryNotFoundException($"No CommerceBot.slnx above {folder}.");
    }
}
