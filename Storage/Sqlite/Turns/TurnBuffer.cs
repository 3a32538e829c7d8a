using System.Globalization;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Catalog;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>One condition or change of a turn, run on the writer; false means that what the turn knew no longer holds.</summary>
internal delegate bool CommitStep(Session session);

/// <summary>What one turn has read and means to write. Its stores share it.</summary>
internal sealed class TurnBuffer(Database database, FieldEncryptor encryptor, InboxRow row, TimeProvider time) : IDisposable
{
    private readonly List<CommitStep> _steps = [];
    private readonly List<Action> _encrypting = [];
    private readonly List<Action<CommitResult>> _after = [];
    private Database.Lease? _loan;
    private int _places;

    public InboxRow Row => row;

    public FieldEncryptor Encryptor => encryptor;

    public Database Database => database;

    public SearchVocabularies Vocabularies => database.Vocabularies;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>The moment of a commit, for what must not seem older than it: a merchant may count while the turn runs.</summary>
    public DateTimeOffset Clock => time.GetUtcNow();

    public List<(OutboxRow Row, byte[] Ciphertext, OutboxState State)> Outgoing { get; } = [];

    public IReadOnlyList<CommitStep> Steps => _steps;

    /// <summary>The earliest timer that the turn set.</summary>
    public DateTimeOffset? Timer { get; set; }

    /// <summary>The catalogue that the turn has read; null while it has read none.</summary>
    public long? CatalogVersion { get; set; }

    /// <summary>The snapshot: every read of the turn sees the same moment.</summary>
    public async ValueTask<Session> SnapshotAsync(CancellationToken cancellationToken)
    {
        if (_loan is { } open)
            return open.Session;
        var loan = await database.BorrowAsync(cancellationToken);
        loan.Session.Run("BEGIN");
        _loan = loan;
        return loan.Session;
    }

    public void Add(CommitStep step) => _steps.Add(step);

    /// <summary>An id that follows from the row, so that a second run makes it again.</summary>
    public string NewId() => PublicId(new OutboxId(row.Seq, _places++));

    public string RowId => string.Create(CultureInfo.InvariantCulture, $"{database.Id}-{row.Seq}");

    public void Send(string id, string kind, string target, ReadOnlyMemory<byte> request, string? order = null,
        OutboxState state = OutboxState.Waiting)
    {
        var place = int.Parse(id.AsSpan(id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
        var outgoing = new OutboxRow(new OutboxId(row.Seq, place), row.Lane, order, kind, target, request, Now, 0) { PublicId = id };
        Outgoing.Add((outgoing, encryptor.Encrypt(request.Span), state));
    }

    /// <summary>Work to do once before the turn goes to the writer, off its thread.</summary>
    public void Encrypting(Action encrypt) => _encrypting.Add(encrypt);

    /// <summary>What to do once the commit has ended, before the lane's next row begins.</summary>
    public void After(Action<CommitResult> ended) => _after.Add(ended);

    public void Ended(CommitResult result)
    {
        foreach (var ended in _after)
            ended(result);
    }

    public void EncryptAll()
    {
        foreach (var encrypt in _encrypting)
            encrypt();
    }

    public void Clear()
    {
        _steps.Clear();
        _encrypting.Clear();
        _after.Clear();
        Outgoing.Clear();
        Timer = null;
    }

    public void EndSnapshot()
    {
        if (_loan is not { } loan)
            return;
        _loan = null;
        loan.Session.Run("COMMIT");
        loan.Dispose();
    }

    public void Dispose() => EndSnapshot();

    private string PublicId(OutboxId id) => string.Create(CultureInfo.InvariantCulture, $"{database.Id}-{id.Seq}-{id.Place}");
}
