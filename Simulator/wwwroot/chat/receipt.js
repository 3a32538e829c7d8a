import { isWeb, make } from './dom.js';

// A receipt, the way a good shop would print it. Sums are shown as the bot sent them and never worked out here; only
// where the tax stands depends on them: under the total, when the rest already adds up to it.
export function receipt(payload, chat) {
  const { words } = chat;
  const money = amount => new Intl.NumberFormat(chat.locale, { style: 'currency', currency: payload.currency }).format(amount);
  return make('div', { class: 'receipt-shade' }, make('section', { class: 'receipt', 'aria-label': `${words.receipt}, ${words.order} ${payload.order_number}` },
    make('header', {},
      make('span', { class: 'stamp', 'aria-hidden': 'true' }, '✓'),
      make('h3', {}, words.receipt),
      make('p', {}, payload.merchant_name ?? chat.page)),
    lines(payload.elements ?? [], money, words),
    sums(payload, money, words),
    facts(payload, chat),
    payload.order_url ? make('div', { class: 'buttons' }, make('button', {
      type: 'button', class: 'link', 'aria-label': `${words.details}, ${payload.order_number}`,
      onclick: () => chat.open(payload.order_url, words.details),
    }, words.details)) : null));
}

function lines(elements, money, words) {
  if (elements.length === 0) return null;
  return make('ul', { class: 'lines', role: 'list' }, ...elements.map(line => make('li', {},
    isWeb(line.image_url) ? make('img', { src: line.image_url, alt: '', referrerpolicy: 'no-referrer' }) : null,
    make('div', { class: 'what' },
      make('strong', {}, line.title),
      line.subtitle ? make('span', {}, line.subtitle) : null,
      line.quantity ? make('span', {}, words.quantity(line.quantity)) : null),
    make('span', { class: 'price' }, money(line.price)))));
}

function sums({ summary, adjustments = [] }, money, words) {
  const rows = [
    [words.subtotal, summary.subtotal],
    ...adjustments.map(({ name, amount }) => [name, -Math.abs(amount)]),
    [words.shipping, summary.shipping_cost],
  ];
  const within = rows.reduce((sum, [, amount]) => sum + cents(amount), 0) === cents(summary.total_cost);
  const tax = [[within ? words.taxWithin : words.tax, summary.total_tax]];
  return make('dl', { class: 'sums' },
    ...shown(within ? rows : [...rows, ...tax], money),
    make('dt', { class: 'total' }, words.total), make('dd', { class: 'total' }, money(summary.total_cost)),
    ...shown(within ? tax : [], money));
}

const cents = amount => Math.round((amount ?? 0) * 100);

const shown = (rows, money) => rows
  .filter(([, amount]) => amount !== undefined)
  .flatMap(([name, amount]) => [make('dt', {}, name), make('dd', {}, money(amount))]);

function facts(payload, chat) {
  const { words } = chat;
  const date = payload.timestamp
    ? new Date(Number(payload.timestamp) * 1000).toLocaleDateString(chat.locale, { dateStyle: 'long' })
    : null;
  const rows = [
    [words.order, payload.order_number], [words.placed, date], [words.shipTo, address(payload, chat.locale), 'wide'],
    [words.payment, payload.payment_method, 'wide'],
  ].filter(([, value]) => value);
  return make('dl', { class: 'facts' }, ...rows.map(([name, value, kind]) => make('div', { class: kind }, make('dt', {}, name), make('dd', {}, value))));
}

function address({ recipient_name: name, address: to }, locale) {
  if (!to) return name;
  // Messenger insists on a state; where there is none, bots send the country again.
  const state = to.state && to.state !== to.country ? `(${to.state})` : null;
  const town = [to.postal_code, to.city, state].filter(Boolean).join(' ');
  return [name, to.street_1, to.street_2, town, country(to.country, locale)].filter(Boolean).join('\n');
}

function country(code, locale) {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code);
  } catch {
    return code;
  }
}
