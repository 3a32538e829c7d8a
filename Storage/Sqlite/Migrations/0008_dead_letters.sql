-- Health asks for the number of dead letters every few seconds: it must not read all that was ever handled or sent.
-- Nothing is in these but what is dead, so an ordinary row costs nothing.

CREATE INDEX inbox_dead ON inbox (closed) WHERE handled = 2;
CREATE INDEX outbox_dead ON outbox (closed) WHERE state = 2;
