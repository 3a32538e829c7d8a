-- What the merchant says beside the feed: at how many pieces a variant is low (null: the usual), what is hidden whatever feed comes,
-- and a price of their own, which holds until the feed brings another one than it did (feed_price; null while the price is the feed's).
ALTER TABLE variant ADD COLUMN low_mark INTEGER;
ALTER TABLE product ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE variant ADD COLUMN feed_price INTEGER;

-- Every price that a variant had, from when: rows are only added. A trigger writes each, so that no way to a price passes by; the one
-- who changed it says when, in the same transaction (at is null until then).
CREATE TABLE price_history (
    id         INTEGER PRIMARY KEY,
    sku        TEXT NOT NULL,
    at         INTEGER,
    price      INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    sale_price INTEGER,
    sale_from  INTEGER,
    sale_to    INTEGER
) STRICT;

CREATE INDEX price_history_sku ON price_history (sku, id);

CREATE INDEX price_history_undated ON price_history (id) WHERE at IS NULL;

INSERT INTO price_history (sku, at, price, currency, sale_price, sale_from, sale_to)
SELECT sku, CAST(unixepoch('subsec') * 1000 AS INTEGER), price, currency, sale_price, sale_from, sale_to FROM variant WHERE active = 1;

CREATE TRIGGER variant_price_came AFTER INSERT ON variant BEGIN
    INSERT INTO price_history (sku, price, currency, sale_price, sale_from, sale_to)
    VALUES (new.sku, new.price, new.currency, new.sale_price, new.sale_from, new.sale_to);
END;

CREATE TRIGGER variant_price_changed AFTER UPDATE ON variant
WHEN (old.price, old.currency, old.sale_price, old.sale_from, old.sale_to)
    IS NOT (new.price, new.currency, new.sale_price, new.sale_from, new.sale_to) BEGIN
    INSERT INTO price_history (sku, price, currency, sale_price, sale_from, sale_to)
    VALUES (new.sku, new.price, new.currency, new.sale_price, new.sale_from, new.sale_to);
END;

-- What people did, among ever so many changes of state that happened by themselves.
CREATE INDEX audit_event_done ON audit_event (id) WHERE action NOT GLOB 'state.*';
