using System.Security.Cryptography;
using CommerceBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage;

/// <summary>The folder that holds everything that is kept. One host owns it at a time, and one kind of money.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Takes the folder for this process, and stamps it: <c>simulated</c>, <c>test</c> or <c>live</c>.</summary>
    /// <exception cref="DataFolderException">Another host runs on it, or it belongs to another mode.</exception>
    public static DataFolder Own(string folder, Database database, string stamp) => Own(folder, () => database, stamp);

    /// <param name="open">Opens the database, which may change it: only once the folder is this process's own.</param>
    public static DataFolder Own(string folder, Func<Database> open, string stamp)
    {
        var held = Lock(folder);
        try
        {
            CheckStamp(folder, open(), stamp);
            return new DataFolder(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <exception cref="DataFolderException">Another process holds it, or it cannot be written.</exception>
    public static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "host.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new DataFolderException(
                $"Another CommerceBot runs on the data folder '{Path.GetFullPath(folder)}'. Stop it, or give this one its own with "
                + "Data:Folder.",
                taken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(folder, problem);
        }
    }

    /// <summary>Makes the folder if it is not there, and writes into it what is deleted at once.</summary>
    /// <exception cref="DataFolderException">It cannot be written.</exception>
    public static void CheckWritable(string folder) => Guard(folder, () =>
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"probe-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        using var probe = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        probe.WriteByte(1);
        return true;
    });

    /// <summary>Opens something in the folder; what the disk says against it becomes a sentence that says what to do.</summary>
    /// <exception cref="DataFolderException">It cannot be opened.</exception>
    public static T Guard<T>(string folder, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw CannotBeWritten(folder, problem);
        }
    }

    private static DataFolderException CannotBeWritten(string folder, Exception problem) => new(
        $"The data folder '{Path.GetFullPath(folder)}' cannot be used: {problem.Message.TrimEnd('.')}. "
        + "Whoever starts the shop must be able to write there, and the disk must have room; or set Data:Folder to another folder.",
        problem);

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
