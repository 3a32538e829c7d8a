import { webhooks } from './api.js';
import { byId, make } from './dom.js';

// Beside the phone, on a wide screen: what the simulator knows of the bot. For developers, in English.
export function behindTheScenes(chat) {
  const desk = byId('desk');
  const list = make('dl', {});
  const box = make('details', {}, make('summary', {}, 'Behind the scenes'), list);
  desk.setAttribute('aria-label', 'Behind the scenes');
  desk.append(box);

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

  box.addEventListener('toggle', refresh);
  setInterval(refresh, 2000);
}
