-- What the shop sells. A feed's import replaces it; what a feed no longer holds becomes inactive, never deleted,
-- because old orders and old buttons still speak of it. Times are Unix milliseconds, money is minor units.

CREATE TABLE category (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE category_text (
    category TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (category, language)
) STRICT, WITHOUT ROWID;

-- Texts here are the feed's main language.
CREATE TABLE product (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    brand TEXT NOT NULL,
    category TEXT NOT NULL,
    image TEXT,
    link TEXT,
    position INTEGER NOT NULL,
    active INTEGER NOT NULL
) STRICT;

CREATE INDEX product_by_category ON product (category, position) WHERE active = 1;

CREATE TABLE product_text (
    product INTEGER NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (product, language)
) STRICT, WITHOUT ROWID;

-- options: {"color":"Red","size":"M"}
CREATE TABLE variant (
    sku TEXT PRIMARY KEY,
    product INTEGER NOT NULL,
    position INTEGER NOT NULL,
    options TEXT NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    sale_price INTEGER,
    sale_from INTEGER,
    sale_to INTEGER,
    image TEXT,
    active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX variant_by_product ON variant (product, position);

CREATE TABLE variant_text (
    sku TEXT NOT NULL,
    language TEXT NOT NULL,
    options TEXT NOT NULL,
    PRIMARY KEY (sku, language)
) STRICT, WITHOUT ROWID;

-- available = on_hand - allocated - reservations. A feed sets on_hand, as of feed_time; only orders set allocated
-- (sold in the chat and not yet taken off the merchant's own count).
CREATE TABLE stock (
    sku TEXT PRIMARY KEY,
    on_hand INTEGER NOT NULL,
    allocated INTEGER NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    feed_time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Lives until released or allocated; until says when the payment page closes, not when the pieces are free.
CREATE TABLE reservation (
    order_id TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    until INTEGER NOT NULL,
    PRIMARY KEY (order_id, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX reservation_by_sku ON reservation (sku);

-- Pieces of each variant on sale that can be promised now.
CREATE VIEW available AS
SELECT v.sku, v.product,
    max(0, coalesce(s.on_hand - s.allocated, 0) - coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.sku = v.sku), 0)) AS pieces
FROM variant v LEFT JOIN stock s ON s.sku = v.sku
WHERE v.active = 1;

-- Stems of all languages side by side; rowid is product.number.
CREATE VIRTUAL TABLE product_search USING fts5 (
    title, brand, category, choices, description,
    content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Grows with every import, so that a turn which agrees to prices can tell whether they are still those it read.
CREATE TABLE catalog_version (
    n INTEGER NOT NULL
) STRICT;

INSERT INTO catalog_version (n) VALUES (0);
