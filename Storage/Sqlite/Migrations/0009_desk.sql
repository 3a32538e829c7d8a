-- What the merchant's desk reads and keeps. Times are Unix milliseconds, money is minor units.

-- The order's place in the row of all orders: a page of a list begins behind a place, whatever the clock did.
ALTER TABLE shop_order ADD COLUMN place INTEGER;

UPDATE shop_order SET place = rowid;

CREATE UNIQUE INDEX shop_order_place ON shop_order (place);

CREATE TRIGGER shop_order_placed AFTER INSERT ON shop_order WHEN new.place IS NULL BEGIN
    UPDATE shop_order SET place = (SELECT coalesce(max(place), 0) + 1 FROM shop_order) WHERE id = new.id;
END;

CREATE INDEX shop_order_state ON shop_order (state, place);

CREATE INDEX shop_order_marked ON shop_order (place) WHERE marks <> 0;

CREATE INDEX shop_order_created ON shop_order (created);

-- Words by which an order is found: each a keyed hash, since the words themselves are personal and encrypted in the order.
CREATE TABLE order_word (
    word     INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (word, place)
) STRICT, WITHOUT ROWID;

-- What a ledger amounts to, as far as lists ask for it; written with the ledger.
CREATE TABLE order_money (
    order_id      TEXT PRIMARY KEY,
    place         INTEGER,
    taken         INTEGER NOT NULL,
    refunded      INTEGER NOT NULL,
    pending       INTEGER NOT NULL,    -- refunds that are on their way
    disputed      INTEGER NOT NULL,    -- 1 while a dispute is open
    evidence_due  INTEGER              -- until when the merchant may answer it
) STRICT, WITHOUT ROWID;

CREATE INDEX order_money_refunded ON order_money (place) WHERE refunded > 0 OR pending > 0;

CREATE INDEX order_money_disputed ON order_money (place) WHERE disputed = 1;

-- Money that came (above zero) or went back (below), one row for each fact of a ledger that moved any.
CREATE TABLE money_movement (
    order_id TEXT NOT NULL,
    fact     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    amount   INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (order_id, fact)
) STRICT, WITHOUT ROWID;

CREATE INDEX money_movement_at ON money_movement (at);

CREATE INDEX inbox_dead_newest ON inbox (seq) WHERE handled = 2;

CREATE INDEX outbox_dead_newest ON outbox (seq, n) WHERE state = 2;

CREATE INDEX outbox_dead_lane ON outbox (lane, seq) WHERE state = 2;

-- Who did what, and when: rows are added, never changed and never removed. Only the key that encrypts a detail may be another.
CREATE TABLE audit_event (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    actor    TEXT,                     -- a person of the desk; null for the command line
    action   TEXT NOT NULL,
    order_id TEXT,
    sealed   BLOB
) STRICT;

CREATE INDEX audit_event_order ON audit_event (order_id, id) WHERE order_id IS NOT NULL;

CREATE TRIGGER audit_event_stays BEFORE DELETE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'The audit is only ever added to.');
END;

CREATE TRIGGER audit_event_is_as_it_was BEFORE UPDATE OF id, at, actor, action, order_id ON audit_event BEGIN
    SELECT RAISE(ABORT, 'The audit is only ever added to.');
END;

-- People of the desk: name, address, password hash and keys are one encrypted document.
CREATE TABLE desk_user (
    id      TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Links by which a person comes in, each good once. The link itself is not kept, only a hash of it.
CREATE TABLE desk_invitation (
    hash    BLOB PRIMARY KEY,
    role    TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used    INTEGER,
    actor   TEXT,                      -- who invited; null for the command line
    sealed  BLOB                       -- for whom, in the inviter's words
) STRICT, WITHOUT ROWID;
