-- Pieces sold by variant and time, read from the index alone: a product's sales of a month are drawn of it. What it replaces had the
-- same beginning.
CREATE INDEX allocation_sold ON allocation (sku, at, quantity, order_id);

DROP INDEX allocation_by_sku;
