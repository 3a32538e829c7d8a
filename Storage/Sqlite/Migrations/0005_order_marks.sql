-- The marks of an order (bits of OrderMarks), so that those whose money needs a person are found without opening every one.
ALTER TABLE shop_order ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;
