-- Who answers for a product's safety, and what they warn of (Regulation (EU) 2023/988, art. 19). What the merchant says at the desk
-- (own = 1) stands before what the feed says (own = 0), field by field; an empty field says nothing. A language of '' is said in every
-- one, any other goes before it: warnings are read in the buyer's own.
CREATE TABLE product_safety (
    product       INTEGER NOT NULL,    -- product.number
    language      TEXT NOT NULL DEFAULT '',
    own           INTEGER NOT NULL DEFAULT 0,
    maker_name    TEXT NOT NULL DEFAULT '',
    maker_address TEXT NOT NULL DEFAULT '',
    maker_contact TEXT NOT NULL DEFAULT '',    -- an e-mail or a web address
    eu_name       TEXT NOT NULL DEFAULT '',    -- the person responsible in the EU, where the maker is outside
    eu_address    TEXT NOT NULL DEFAULT '',
    eu_contact    TEXT NOT NULL DEFAULT '',
    warnings      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (product, language, own)
) STRICT, WITHOUT ROWID;
