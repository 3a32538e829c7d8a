-- What the merchant says about a variant, [["Ingredients","durum wheat, water"]], in the feed's main language, and
-- labels for the merchant's own use ["bestseller"].
ALTER TABLE variant ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE variant ADD COLUMN labels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE variant_text ADD COLUMN facts TEXT;

CREATE INDEX product_by_position ON product (position) WHERE active = 1;
CREATE INDEX variant_by_price ON variant (price) WHERE active = 1;
CREATE INDEX variant_on_sale ON variant (sale_price) WHERE active = 1 AND sale_price IS NOT NULL;

-- Each language of the shop's texts has a letter before its stems, so that pane (bread) does not find a pan. The feed's
-- main language is a, whichever it is.
CREATE TABLE search_language (
    language TEXT PRIMARY KEY,
    letter TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Stems are cut, folded and dropped in code, so that another database finds the same. rowid is product.number.
DROP TABLE product_search;
CREATE VIRTUAL TABLE product_search USING fts5 (
    title, category, choices, description,
    content = '', contentless_delete = 1, detail = 'column', prefix = '3 4', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE product_stems USING fts5vocab (product_search, 'row');

-- Raised when the index has caught up: what was remembered of its stems is old.
ALTER TABLE catalog_version ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
-- By which rules the stems were made: other rules make all of them anew.
ALTER TABLE catalog_version ADD COLUMN stemming TEXT NOT NULL DEFAULT '';

INSERT INTO search_due SELECT number FROM product WHERE active = 1 ON CONFLICT DO NOTHING;

-- As before, and highlights are words too.
DROP TRIGGER variant_changed;
CREATE TRIGGER variant_changed AFTER UPDATE ON variant
WHEN (old.product, old.options, old.facts, old.active) IS NOT (new.product, new.options, new.facts, new.active) BEGIN
    INSERT INTO search_due VALUES (old.product) ON CONFLICT DO NOTHING;
    INSERT INTO search_due VALUES (new.product) ON CONFLICT DO NOTHING;
END;
