-- Chats that wait for a person, or had one: who answers (state: 0 the bot, 1 the bot while somebody waits, 2 a person of the desk, 3 a
-- person in the channel's own inbox), and in the ciphertext what is known of them. Times are Unix milliseconds.
CREATE TABLE chat (
    id      INTEGER PRIMARY KEY,
    lane    TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    state   INTEGER NOT NULL,
    person  TEXT,                      -- of the desk; null while none has it
    since   INTEGER NOT NULL,          -- since when it is so
    touched INTEGER NOT NULL,          -- when something happened in it last
    sealed  BLOB NOT NULL
) STRICT;

CREATE INDEX chat_state ON chat (state, touched);

-- What was said and what happened while such a chat was open.
CREATE TABLE chat_message (
    id     INTEGER PRIMARY KEY,
    lane   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    seq    INTEGER NOT NULL,           -- the inbox row whose turn wrote it; what was sent by it are that row's in the outbox
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX chat_message_lane ON chat_message (lane, id);

CREATE INDEX chat_message_at ON chat_message (at);

-- The newest conversations first. A lane's row is written once a day at most.
CREATE INDEX lane_seen ON lane (seen);
