-- Mails that turns wrote: unique by order, kind and version. Each is a row of the outbox too, which says how far it came and is
-- forgotten some day; this row stays, so that no mail is written twice.
CREATE TABLE mail (
    order_id TEXT NOT NULL,
    kind     TEXT NOT NULL,            -- such as Confirmation, or merchant.Paid
    version  INTEGER NOT NULL,
    at       INTEGER NOT NULL,         -- Unix milliseconds
    seq      INTEGER NOT NULL,         -- its row in the outbox
    n        INTEGER NOT NULL,
    PRIMARY KEY (order_id, kind, version)
) STRICT, WITHOUT ROWID;
