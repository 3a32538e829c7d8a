-- Pieces sold in the chat, each with its order and its time: a later count of the merchant's knows of them, an earlier
-- one does not. A row below zero gives pieces back that will not be sent after all. Rows are added, never changed:
-- stock.allocated is the sum of those that on_hand does not know of yet, kept so that a shelf with many sales is read
-- as quickly as an empty one.
CREATE TABLE allocation (
    id INTEGER PRIMARY KEY,
    order_id TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX allocation_by_sku ON allocation (sku, at);

CREATE INDEX allocation_by_order ON allocation (order_id, sku);

-- What was sold before: when is not known, so as late as can be, which never sells a piece twice. The next count knows
-- of all of them. The orders are sealed: the shop puts their ids here at its next start.
INSERT INTO allocation (order_id, sku, quantity, at)
SELECT '', sku, allocated, max(feed_time, CAST(unixepoch('subsec') * 1000 AS INTEGER)) FROM stock WHERE allocated > 0;

-- The search index follows the catalogue by small steps, so that a large feed keeps nobody waiting: search_wanted grows
-- with every import, and search_done says how far the index has come.
ALTER TABLE catalog_version ADD COLUMN search_wanted INTEGER NOT NULL DEFAULT 0;

ALTER TABLE catalog_version ADD COLUMN search_done INTEGER NOT NULL DEFAULT 0;
