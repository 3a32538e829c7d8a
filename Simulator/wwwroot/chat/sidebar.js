import { everybody, webhooks } from './api.js';
import { byId, make } from './dom.js';

// Beside the chat, on a wide screen: the other shoppers, the way to the payments, and what the simulator knows of the bot. For
// developers, in English.
export function behindTheScenes(chat) {
  const sidebar = byId('sidebar');
  const list = make('dl', {});
  const box = make('details', {}, make('summary', {}, 'Behind the scenes'), list);
  const people = make('ul', { role: 'list' });
  sidebar.setAttribute('aria-label', 'Shoppers and behind the scenes');
  sidebar.append(make('nav', { 'aria-label': 'Shoppers' }, make('h2', {}, 'Shoppers'), people), make('p', { class: 'links' },
    make('a', { href: '/chat', target: '_top' }, 'Add a shopper'),
    make('a', { href: '/simulator/stripe/panel', target: '_blank', rel: 'noopener' }, 'Payments: the Stripe simulator')), box);
  listPeople(people);

  async function refresh() {
    if (!box.open || document.hidden) return;
    try {
      const [post, me] = await Promise.all([webhooks(), chat.api.about()]);
      const rows = [
        ['Bot', post.address ?? 'not called yet'], ['Webhook', post.verified ? 'verified' : 'not verified'],
        ['Delivered', post.delivered], ['Waiting', post.waiting.length], ['Given up', post.abandoned],
        ['Trouble', post.lastTrouble ?? 'none'], ['Shopper id', me.psid], ['24 h window', me.windowIsOpen ? 'open' : 'closed'],
      ];
      list.replaceChildren(...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, String(value))]));
    } catch {
      list.replaceChildren(make('dt', {}, 'Simulator'), make('dd', {}, 'away'));
    }
  }

  async function listPeople(list) {
    const all = await chat.attempt(everybody) ?? [];
    const me = new URLSearchParams(location.search).get('user').trim().toLowerCase();
    list.replaceChildren(...all.map(({ user, name, chat: address }) => make('li', {}, make('a', {
      href: address, target: '_top', 'aria-current': user === me ? 'page' : null,
    }, make('img', { src: `/simulator/messenger/shoppers/${user}/picture.svg`, alt: '', width: 32, height: 32 }), name))));
  }

  box.addEventListener('toggle', refresh);
  setInterval(refresh, 2000);
}
