import { icon, isWeb, make } from './dom.js';
import { receipt } from './receipt.js';

// What a message carries besides text, drawn as Messenger draws it.
export function attachment(said, chat) {
  const { type, payload } = said.message.attachment;
  if (type === 'template') return (templates[payload.template_type] ?? unknown)(said, payload, chat);
  return file(type, payload, chat);
}

const templates = {
  generic: (said, payload, chat) => carousel(said, payload, chat),
  button: (said, payload, chat) => make('div', { class: 'card text-card' },
    make('p', { class: 'card-text' }, payload.text), buttons(said, payload.buttons, null, payload.text, chat)),
  media: (said, payload, chat) => make('div', { class: 'card' },
    link(payload.elements[0].url ?? '', chat), buttons(said, payload.elements[0].buttons ?? [], 0, '', chat)),
  receipt: (said, payload, chat) => receipt(payload, chat),
};

const unknown = (said, payload) => make('p', { class: 'bubble' }, payload.template_type);

function carousel(said, payload, chat) {
  const count = payload.elements.length;
  const square = payload.image_aspect_ratio === 'square';
  const items = payload.elements.map((element, index) => make('li', count > 1 ? { 'aria-label': chat.words.cardOf(index + 1, count) } : {},
    card(said, element, index, square, chat)));
  if (count === 1) return make('ul', { class: 'cards single', role: 'list' }, ...items);
  const list = make('ul', { class: 'cards', role: 'list', 'aria-label': chat.words.cards(count) }, ...items);
  const step = direction => () => list.scrollBy({ left: direction * list.clientWidth * 0.8, behavior: motion() });
  const arrow = (side, label, path) => make('button', {
    type: 'button', class: `arrow ${side}`, 'aria-label': label, onclick: step(side === 'left' ? -1 : 1),
  }, icon(path));
  const left = arrow('left', chat.words.previous, 'M15 5l-7 7 7 7');
  const right = arrow('right', chat.words.next, 'M9 5l7 7-7 7');
  const ends = () => {
    left.hidden = list.scrollLeft < 8;
    right.hidden = list.scrollLeft + list.clientWidth > list.scrollWidth - 8;
  };
  list.addEventListener('scroll', ends, { passive: true });
  new ResizeObserver(ends).observe(list);
  return make('div', { class: 'carousel' }, left, list, right);
}

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

function card(said, element, index, square, chat) {
  const picture = isWeb(element.image_url)
    ? make('img', { class: square ? 'picture square' : 'picture', src: element.image_url, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' })
    : null;
  const words = make('div', { class: 'words' },
    make('h3', {}, element.title), element.subtitle ? make('p', {}, element.subtitle) : null);
  const top = element.default_action
    ? make('button', {
      type: 'button', class: 'top', 'aria-label': `${chat.words.open}, ${element.title}`,
      onclick: () => chat.open(element.default_action.url, element.title, element.default_action.webview_height_ratio),
    }, picture, words)
    : make('div', { class: 'top' }, picture, words);
  return make('div', { class: 'card' }, top, buttons(said, element.buttons ?? [], index, element.title, chat));
}

// A button's name says what it is about: "Buy now, Moka pot", since many cards have the same buttons.
function buttons(said, list, element, about, chat) {
  if (list.length === 0) return null;
  return make('div', { class: 'buttons' }, ...list.map(button => make('button', {
    type: 'button', class: button.type === 'web_url' ? 'link' : null,
    'aria-label': element === null ? null : [button.title, about].filter(Boolean).join(', '),
    onclick: () => tap(said, button, element, chat),
  }, button.title ?? button.type)));
}

async function tap(said, button, element, chat) {
  const done = await chat.attempt(() => chat.api.tap(said.mid, button.title, button.payload, element ?? undefined));
  if (done?.kind === 'web_url') chat.open(done.url, button.title, done.height);
  if (done?.number) chat.toast(chat.words.called(done.number));
}

function file(type, payload, chat) {
  const url = isWeb(payload.url) ? payload.url : null;
  if (!url) return link('', chat);
  if (type === 'image') return make('img', { class: 'photo', src: url, alt: chat.words.image, referrerpolicy: 'no-referrer' });
  if (type === 'audio') return make('audio', { src: url, controls: true });
  if (type === 'video') return make('video', { class: 'photo', src: url, controls: true });
  return link(url, chat);
}

function link(url, chat) {
  const name = decodeURIComponent(url.split('/').at(-1) || chat.words.file);
  return make('p', { class: 'bubble' }, make('a', { href: url || null, target: '_blank', rel: 'noopener noreferrer' }, name));
}
