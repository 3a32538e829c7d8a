using CommerceBot.Storage.Sqlite;

namespace CommerceBot.Storage;

/// <summary>The folder that holds everything that is kept. One host owns it at a time, and one kind of money.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Takes the folder for this process, and stamps it: <c>simulated</c>, <c>test</c> or <c>live</c>.</summary>
    /// <exception cref="DataFolderException">Another host runs on it, or it belongs to another mode.</exception>
    public static DataFolder Own(string folder, Database database, string stamp)
    {
        var held = Lock(folder);
        try
        {
            CheckStamp(folder, database, stamp);
            return new DataFolder(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "host.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new DataFolderException($"Another CommerceBot runs on the data folder '{Path.GetFullPath(folder)}'. Stop it, or give this one its own with Data:Folder.", taken);
        }
    }

    private static void CheckStamp(string folder, Database database, string stamp)
    {
        using var session = database.OpenSession();
        if (Database.ReadMeta(session, "stamp") is { } found && found != stamp)
        {
            throw new DataFolderException(
                $"The data folder '{Path.GetFullPath(folder)}' holds {found} orders and this start is {stamp}. "
                + "Orders of different kinds never mix: set Data:Folder to another folder, or the keys back to what they were.");
        }

        Database.WriteMeta(session, "stamp", stamp);
    }
}

/// <summary>The data folder cannot be used. The message says what to do.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
