-- Carts, drafts, orders and their payments: one encrypted document each, with the few columns we look things up by.

CREATE TABLE cart (
    shopper TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
);

CREATE TABLE draft (
    shopper TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
);

CREATE TABLE shop_order (
    id       TEXT PRIMARY KEY,
    number   TEXT NOT NULL UNIQUE,
    shopper  TEXT NOT NULL,
    lane     TEXT NOT NULL,
    state    TEXT NOT NULL,
    total    INTEGER NOT NULL,
    currency TEXT NOT NULL,
    created  INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    sealed   BLOB NOT NULL
);

CREATE INDEX shop_order_shopper ON shop_order (shopper, created);

CREATE TABLE payment (
    order_id TEXT PRIMARY KEY,
    version  INTEGER NOT NULL,
    sealed   BLOB NOT NULL
) WITHOUT ROWID;

-- Which order a Stripe object belongs to: session, payment intent, charge, refund.
CREATE TABLE payment_reference (
    reference TEXT PRIMARY KEY,
    order_id  TEXT NOT NULL
) WITHOUT ROWID;
