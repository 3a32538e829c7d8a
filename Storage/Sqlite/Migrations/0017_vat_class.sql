-- Which of the shop's rates of VAT a product has, as a word (reduced, zero, ...): the feed's, and the merchant's own, which goes before
-- it and which no feed changes. Where neither says one, the standard rate.
ALTER TABLE product ADD COLUMN vat_class TEXT;
ALTER TABLE product ADD COLUMN own_vat_class TEXT;
