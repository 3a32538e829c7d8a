// A day in a shop, as stripe-node tells it, against the Stripe simulator at the root of its own port.
// In the environment: API (http://127.0.0.1:PORT), CONTROL (the simulator's control API), KEY, WEBHOOK_SECRET, HOOKS (a file with
// the webhooks that the shop got, one {"body","signature"} a line). Ends with 0 when all was as Stripe's own library wants it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const installed = createRequire(path.join(process.cwd(), 'package.json'));
const Stripe = installed('stripe');
const { API, CONTROL, KEY, WEBHOOK_SECRET, HOOKS } = process.env;
const at = new URL(API);
const client = key => new Stripe(key, { host: at.hostname, port: at.port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
const stripe = client(KEY);

const cart = (more = {}) => ({
  mode: 'payment', success_url: 'http://shop.example/thanks?session={CHECKOUT_SESSION_ID}', cancel_url: 'http://shop.example/cart',
  client_reference_id: 'order-7K3', customer_email: 'anna@example.com', metadata: { order: '7K3' },
  line_items: [{ quantity: 2, price_data: { currency: 'eur', unit_amount: 2490, product_data: { name: 'Tazza' } } }], ...more,
});

async function control(what, body = {}) {
  const answer = await fetch(`${CONTROL}/${what}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(answer.status, 200, `${what}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

const fails = (promise, type, more = {}) => assert.rejects(promise, error => {
  assert.equal(error.constructor.name, type, error.stack);
  for (const [name, value] of Object.entries(more)) assert.equal(error[name], value, `${name} of ${error.message}`);
  return true;
});

const steps = {
  async 'a session is opened, paid and read with all that hangs on it'() {
    const opened = await stripe.checkout.sessions.create(cart());
    assert.equal(opened.amount_total, 4980);
    assert.match(opened.lastResponse.requestId, /^req_/);
    const page = await fetch(opened.url);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /49[.,]80/);
    assert.equal((await control(`sessions/${opened.id}/pay`, { card: 'success' })).outcome, 'paid');
    const paid = await stripe.checkout.sessions.retrieve(opened.id, { expand: ['payment_intent.latest_charge', 'line_items'] });
    assert.equal(paid.payment_status, 'paid');
    assert.equal(paid.payment_intent.latest_charge.payment_method_details.card.last4, '4242');
    assert.equal(paid.line_items.data[0].description, 'Tazza');
    await fails(stripe.checkout.sessions.retrieve(opened.id, { expand: ['nothing'] }), 'StripeInvalidRequestError', { param: 'expand' });
    return paid;
  },

  async 'money goes back in part, then in full, and no further'(paid) {
    const charge = paid.payment_intent.latest_charge.id;
    const part = await stripe.refunds.create({ charge, amount: 1000, reason: 'requested_by_customer' });
    assert.equal(part.status, 'succeeded');
    await fails(stripe.refunds.create({ charge, amount: 4000 }), 'StripeInvalidRequestError', { statusCode: 400, param: 'amount' });
    await stripe.refunds.create({ payment_intent: paid.payment_intent.id });
    await fails(stripe.refunds.create({ charge }), 'StripeInvalidRequestError', { code: 'charge_already_refunded' });
    const after = await stripe.charges.retrieve(charge, { expand: ['refunds'] });
    assert.deepEqual([after.refunded, after.amount_refunded, after.refunds.data.length], [true, 4980, 2]);
  },

  async 'a part of a cent is charged as it is written'() {
    const line = { quantity: 3, price_data: { currency: 'eur', unit_amount_decimal: '33.335', product_data: { name: 'Vite' } } };
    const opened = await stripe.checkout.sessions.create(cart({ line_items: [line] }));
    assert.equal(opened.amount_total, 100);
    const [item] = (await stripe.checkout.sessions.listLineItems(opened.id)).data;
    assert.equal(item.price.unit_amount, null);
    assert.equal(String(item.price.unit_amount_decimal), '33.335');
  },

  async 'a repeated request is answered again, another one under its key is refused'() {
    const idempotencyKey = `cs:${Math.random()}:1`;
    const first = await stripe.checkout.sessions.create(cart(), { idempotencyKey });
    const again = await stripe.checkout.sessions.create(cart(), { idempotencyKey });
    assert.equal(again.id, first.id);
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
    await fails(stripe.checkout.sessions.create(cart({ locale: 'it' }), { idempotencyKey }), 'StripeIdempotencyError', { statusCode: 400 });
  },

  async 'what is wrong is told in the errors that the library has for it'() {
    await fails(client('sk_test_of_somebody_else').balance.retrieve(), 'StripeAuthenticationError', { statusCode: 401 });
    await fails(stripe.checkout.sessions.create({ mode: 'payment' }), 'StripeInvalidRequestError', { code: 'parameter_missing' });
    await fails(stripe.charges.retrieve('ch_none'), 'StripeInvalidRequestError', { statusCode: 404, code: 'resource_missing' });
    await fails(stripe.balance.retrieve({}, { stripeAccount: 'acct_1' }), 'StripePermissionError', { code: 'account_invalid' });
    await fails(stripe.v2.core.accounts.list(), 'StripeInvalidRequestError', { statusCode: 404 });
    const declined = { amount: 2000, currency: 'eur', confirm: true, payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' };
    await fails(stripe.paymentIntents.create(declined), 'StripeCardError',
      { statusCode: 402, code: 'card_declined', decline_code: 'insufficient_funds' });
    await control('faults', { next: [{ method: 'GET', path: '/v1/balance', fault: 'tooMany', times: 1 }] });
    await fails(stripe.balance.retrieve(), 'StripeRateLimitError', { statusCode: 429 });
    await control('faults', { next: [{ method: 'GET', path: '/v1/balance', fault: 'error', times: 1 }] });
    await fails(stripe.balance.retrieve(), 'StripeAPIError', { statusCode: 500 });
    await control('faults');
  },

  async 'a payment that the server confirms is paid, or asks, or is called off'() {
    const paid = await stripe.paymentIntents.create({ amount: 2000, currency: 'eur', confirm: true, payment_method: 'pm_card_visa' });
    assert.equal(paid.status, 'succeeded');
    const asks = await stripe.paymentIntents.create({ amount: 2000, currency: 'eur', payment_method: 'pm_card_authenticationRequired' });
    assert.equal((await stripe.paymentIntents.confirm(asks.id)).status, 'requires_action');
    const ended = await stripe.paymentIntents.cancel(asks.id, { cancellation_reason: 'abandoned' });
    assert.deepEqual([ended.status, ended.cancellation_reason], ['canceled', 'abandoned']);
    await fails(stripe.paymentIntents.confirm(asks.id), 'StripeInvalidRequestError', { code: 'payment_intent_unexpected_state' });
  },

  async 'a dispute takes the money and is answered'() {
    const { latest_charge: charge } = await stripe.paymentIntents.create(
      { amount: 3000, currency: 'eur', confirm: true, payment_method: 'pm_card_createDispute' });
    const [dispute] = (await stripe.disputes.list({ charge })).data;
    assert.deepEqual([dispute.status, dispute.reason, dispute.amount], ['needs_response', 'fraudulent', 3000]);
    assert.equal((await stripe.disputes.close(dispute.id)).status, 'lost');
  },

  async 'long lists are read to their end, page by page'() {
    for (let i = 0; i < 7; i++) await stripe.customers.create({ email: 'many@example.com', name: `Customer ${i}` });
    const names = [];
    for await (const customer of stripe.customers.list({ email: 'many@example.com', limit: 3 })) names.push(customer.name);
    assert.deepEqual(names, [6, 5, 4, 3, 2, 1, 0].map(i => `Customer ${i}`));
    const events = await stripe.events.list({ limit: 2 }).autoPagingToArray({ limit: 1000 });
    const types = new Set(events.map(event => event.type));
    for (const type of ['checkout.session.completed', 'charge.refunded', 'charge.dispute.created', 'payment_intent.payment_failed'])
      assert.ok(types.has(type), `${type} is not among ${[...types]}`);
    assert.equal(new Set(events.map(event => event.id)).size, events.length);
  },

  async 'every webhook has a signature that the library takes'() {
    const wanted = (await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 })).map(event => event.id);
    const until = Date.now() + 20_000;
    let hooks = [];
    while (hooks.length < wanted.length) {
      assert.ok(Date.now() < until, `${hooks.length} of ${wanted.length} webhooks came`);
      hooks = fs.readFileSync(HOOKS, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
      await new Promise(done => setTimeout(done, 50));
    }
    const seen = hooks.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET).id);
    assert.deepEqual([...new Set(seen)].sort(), [...wanted].sort());
    assert.throws(() => stripe.webhooks.constructEvent(`${hooks[0].body} `, hooks[0].signature, WEBHOOK_SECRET),
      error => error.constructor.name === 'StripeSignatureVerificationError');
  },
};

let carried;
for (const [name, step] of Object.entries(steps)) {
  try {
    carried = await step(carried) ?? carried;
    console.log(`ok: ${name}`);
  } catch (wrong) {
    console.error(`not so: ${name}\n${wrong.stack}`);
    process.exit(1);
  }
}
