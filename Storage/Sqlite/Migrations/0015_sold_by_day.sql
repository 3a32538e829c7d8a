-- Pieces sold by variant and time, read from the index alone: a product's sales of a month are drawn of it. What it replaces had the
-- same beginning. Without the order in it: the pieces of one order are looked for by allocation_by_order, which it would go before.
CREATE INDEX allocation_sold ON allocation (sku, at, quantity);

DROP INDEX allocation_by_sku;
