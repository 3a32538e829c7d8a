-- The names of calls to the payment gateway say what they do and not who does it.
UPDATE outbox SET kind = 'payment.' || substr(kind, 8) WHERE kind GLOB 'stripe.*';
