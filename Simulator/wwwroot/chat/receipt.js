import { isWeb, make } from './dom.js';

// A receipt, the way a good shop would print it. Sums are shown as the bot sent them and never worked out here.
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
    [words.tax, summary.total_tax],
  ].filter(([, amount]) => amount !== undefined);
  return make('dl', { class: 'sums' },
    ...rows.flatMap(([name, amount]) => [make('dt', {}, name), make('dd', {}, money(amount))]),
    make('dt', { class: 'total' }, words.total), make('dd', { class: 'total' }, money(summary.total_cost)));
}

function facts(payload, chat) {
  const { words } = chat;
  const date = payload.timestamp
    ? new Date(Number(payload.timestamp) * 1000).toLocaleDateString(chat.locale, { dateStyle: 'long' })
    : null;
  const rows = [
    [words.order, payload.order_number], [words.placed, date], [words.payment, payload.payment_method],
    [words.shipTo, address(payload)],
  ].filter(([, value]) => value);
  return make('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

function address({ recipient_name: name, address: to }) {
  if (!to) return name;
  const town = [to.postal_code, to.city, to.state && `(${to.state})`].filter(Boolean).join(' ');
  return [name, to.street_1, to.street_2, town, to.country].filter(Boolean).join('\n');
}
