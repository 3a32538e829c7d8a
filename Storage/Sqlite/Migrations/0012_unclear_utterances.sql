-- What shoppers wrote and the shop did not understand, encrypted and without who wrote it; it goes with other old rows.
CREATE TABLE unclear_utterance (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    language TEXT NOT NULL,
    guess    TEXT NOT NULL,
    sealed   BLOB NOT NULL
) STRICT;

CREATE INDEX unclear_utterance_at ON unclear_utterance (at);
