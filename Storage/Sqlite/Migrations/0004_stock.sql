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
-- of all of them. The orders are encrypted: the shop puts their ids here at its next start.
INSERT INTO allocation (order_id, sku, quantity, at)
SELECT '', sku, allocated, max(feed_time, CAST(unixepoch('subsec') * 1000 AS INTEGER)) FROM stock WHERE allocated > 0;

-- Products whose words changed: the search index follows by small steps, so that a large feed keeps nobody waiting.
CREATE TABLE search_due (
    product INTEGER PRIMARY KEY
) STRICT;

-- Raised by every import: a step that read before it and writes after it would bring old words back.
ALTER TABLE catalog_version ADD COLUMN words INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER product_came AFTER INSERT ON product BEGIN
    INSERT INTO search_due VALUES (new.number) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER product_changed AFTER UPDATE ON product
WHEN (old.title, old.description, old.brand, old.category, old.active) IS NOT (new.title, new.description, new.brand, new.category, new.active) BEGIN
    INSERT INTO search_due VALUES (new.number) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER variant_came AFTER INSERT ON variant BEGIN
    INSERT INTO search_due VALUES (new.product) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER variant_changed AFTER UPDATE ON variant
WHEN (old.product, old.options, old.active) IS NOT (new.product, new.options, new.active) BEGIN
    INSERT INTO search_due VALUES (old.product) ON CONFLICT DO NOTHING;
    INSERT INTO search_due VALUES (new.product) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER category_changed AFTER UPDATE ON category WHEN old.title <> new.title BEGIN
    INSERT INTO search_due SELECT number FROM product WHERE category = new.id AND active = 1 ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER product_text_came AFTER INSERT ON product_text BEGIN
    INSERT INTO search_due VALUES (new.product) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER product_text_went AFTER DELETE ON product_text BEGIN
    INSERT INTO search_due VALUES (old.product) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER variant_text_came AFTER INSERT ON variant_text BEGIN
    INSERT INTO search_due SELECT product FROM variant WHERE sku = new.sku ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER variant_text_went AFTER DELETE ON variant_text BEGIN
    INSERT INTO search_due SELECT product FROM variant WHERE sku = old.sku ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER category_text_came AFTER INSERT ON category_text BEGIN
    INSERT INTO search_due SELECT number FROM product WHERE category = new.category AND active = 1 ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER category_text_went AFTER DELETE ON category_text BEGIN
    INSERT INTO search_due SELECT number FROM product WHERE category = old.category AND active = 1 ON CONFLICT DO NOTHING;
END;
