-- The rows that everything passes through, and what a conversation remembers.
-- Times are Unix milliseconds. Columns named "sealed" hold AES-GCM ciphertexts (see Storage/Encryption).

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE data_key (
    id      INTEGER PRIMARY KEY,
    wrapped BLOB NOT NULL,
    created INTEGER NOT NULL
);

CREATE TABLE lane (
    id        TEXT PRIMARY KEY,
    reference BLOB NOT NULL,           -- encrypted ConversationReference
    seen      INTEGER NOT NULL
) WITHOUT ROWID;

-- handled: 0 waiting, 1 done, 2 dead. A row's body is dropped once it is done.
CREATE TABLE inbox (
    seq      INTEGER PRIMARY KEY,
    key      BLOB NOT NULL UNIQUE,     -- first 16 bytes of SHA-256 of the endpoint's key
    lane     TEXT NOT NULL,
    kind     INTEGER NOT NULL,
    body     BLOB,                     -- encrypted Activity
    received INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    handled  INTEGER NOT NULL DEFAULT 0,
    closed   INTEGER,
    reason   TEXT
);

-- One row is one HTTP call.
-- state: 0 waiting, 1 done, 2 dead, 3 an answer that its own caller reads, 4 dead and to be tried once more.
CREATE TABLE outbox (
    seq        INTEGER NOT NULL,       -- the inbox row whose turn wrote it
    n          INTEGER NOT NULL,
    lane       TEXT NOT NULL,
    order_id   TEXT,
    kind       TEXT NOT NULL,
    target     TEXT NOT NULL,
    request    BLOB NOT NULL,          -- encrypted
    state      INTEGER NOT NULL DEFAULT 0,
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    created    INTEGER NOT NULL,
    closed     INTEGER,
    channel_id TEXT,
    reason     TEXT,
    PRIMARY KEY (seq, n)
);

CREATE INDEX outbox_again ON outbox (seq) WHERE state = 4;
CREATE INDEX outbox_order ON outbox (order_id, seq) WHERE order_id IS NOT NULL;

CREATE TABLE timer (
    lane TEXT NOT NULL,
    name TEXT NOT NULL,
    due  INTEGER NOT NULL,
    body BLOB NOT NULL,                -- encrypted Activity
    PRIMARY KEY (lane, name)
) WITHOUT ROWID;

CREATE INDEX timer_due ON timer (due);

CREATE TABLE state (
    key     TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
);
