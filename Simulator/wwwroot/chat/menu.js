import { byId, make } from './dom.js';

// The persistent menu, as the bot wrote it through the Messenger Profile API.
export function menuSheet(chat) {
  const sheet = byId('menu');
  const button = byId('menu-button');
  const close = sheet.querySelector('.close');

  button.addEventListener('click', () => sheet.showModal());
  close.addEventListener('click', () => sheet.close());
  sheet.addEventListener('click', event => { if (event.target === sheet) sheet.close(); });

  async function choose(item) {
    sheet.close();
    const done = await chat.attempt(() => chat.api.menu(item.title, item.payload));
    if (done?.url) chat.open(done.url, item.title, done.height);
  }

  return {
    state(state) {
      const items = state.menu ?? [];
      button.hidden = items.length === 0;
      button.setAttribute('aria-label', chat.words.menu);
      close.setAttribute('aria-label', chat.words.close);
      byId('menu-title').textContent = chat.words.menu;
      byId('menu-items').replaceChildren(...items.map(item => make('li', {}, make('button', {
        type: 'button', onclick: () => choose(item),
      }, item.title))));
    },
  };
}
