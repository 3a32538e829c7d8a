-- What mail servers said of mails after they had taken them (RFC 3464): each once. The ciphertext holds the address and the server's
-- words. Times are Unix milliseconds.
CREATE TABLE mail_report (
    order_id TEXT NOT NULL,
    kind     TEXT NOT NULL,            -- of the mail, as in mail
    version  INTEGER NOT NULL,
    fate     INTEGER NOT NULL,         -- 0 it came back for good, 1 it did not arrive yet
    at       INTEGER NOT NULL,
    asked    INTEGER NOT NULL,         -- 1 where the shopper was asked for another address
    sealed   BLOB NOT NULL,
    PRIMARY KEY (order_id, kind, version, fate)
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_report_at ON mail_report (fate, at);

-- A report names a mail by the outbox row that it was.
CREATE INDEX mail_row ON mail (seq, n);
