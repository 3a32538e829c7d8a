import { attachment } from './cards.js';
import { byId, make, withLinks } from './dom.js';

const pause = 10 * 60 * 1000;
const fresh = 10 * 1000;
// How far from the end somebody still reads the end, in pixels: a message and its buttons.
const nearEnd = 240;
// How long a tap is too quick to be meant for what has just come, in milliseconds.
const settle = 250;
// Messenger's thumb in its three sizes; other stickers' pictures are Meta's alone.
const thumbs = new Set(['369239263222822', '369239343222814', '369239383222810']);

// The bubbles, oldest first, and what is told under the last one of the shopper.
export function transcript(chat) {
  const log = byId('log');
  const typing = byId('typing');
  let entries = [];
  let epoch = null;
  let started = false;
  let readTimer = null;
  let settleTimer = null;
  // The end is under way: more may come before it is reached.
  let scrolling = false;

  function state(now) {
    started ||= now.started;
    typing.hidden = true;
    if (epoch !== null && epoch !== now.epoch) {
      entries = [];
      log.replaceChildren(note(chat.words.gone));
    }
    epoch = now.epoch;
  }

  function entry(said) {
    if (entries.some(e => e.seq === said.seq)) return;
    const before = entries.at(-1);
    if (!before || said.at - before.at > pause) log.append(when(said.at));
    const bubble = turn(said);
    const joined = before && before.from === said.from && said.at - before.at <= pause;
    bubble.classList.toggle('follows', Boolean(joined));
    if (joined) log.lastElementChild.classList.add('followed');
    const atEnd = said.from === 'shopper' || isAtEnd();
    log.append(bubble);
    entries.push(said);
    typing.hidden = true;
    if (atEnd) scrollDown();
    if (said.from === 'shopper' && Date.now() - said.at < fresh) status(said.mid, chat.words.sending, 'sending');
    if (said.from !== 'page') return;
    // Who answers has heard.
    for (const waiting of log.querySelectorAll('.status:not([data-kind="seen"])')) waiting.remove();
    read();
  }

  function turn(said) {
    const fromPage = said.from === 'page';
    const box = make('article', { class: `turn ${fromPage ? 'page' : 'shopper'}`, 'data-mid': said.mid, 'data-at': said.at });
    const speaker = fromPage ? chat.words.said(chat.page) : said.kind === 'postback' ? chat.words.tapped : chat.words.you;
    box.append(make('span', { class: 'hidden' }, speaker));
    const face = said.persona?.name ?? chat.page;
    if (fromPage) box.append(make('span', { class: 'avatar small', 'aria-hidden': 'true' }, [...face][0]?.toUpperCase() ?? ''));
    if (said.persona) box.append(make('p', { class: 'persona' }, chat.words.persona(said.persona.name, chat.page)));
    const text = said.message ? said.message.text : said.text;
    if (said.kind === 'sticker') box.append(thumb(said.text));
    else if (text) box.append(make('p', { class: 'bubble' }, ...withLinks(text, url => chat.open(url))));
    const sticker = said.message?.sticker_id ?? said.message?.attachment?.payload?.sticker_id;
    if (sticker !== undefined) box.append(thumbs.has(String(sticker)) ? thumb('👍') : make('p', { class: 'bubble' }, chat.words.sticker));
    else if (said.message?.attachment) box.append(attachment(said, chat));
    react(box, said.reaction);
    return box;
  }

  // Drawn, as not every machine has a letter for it.
  const thumb = name => make('img', { class: 'sticker', src: '/chat/like.svg', alt: name, width: 56, height: 56 });

  function react(box, emoji) {
    box.querySelector('.reaction')?.remove();
    if (emoji) box.append(make('span', { class: 'reaction', role: 'img', 'aria-label': chat.words.reaction(emoji, chat.page) }, emoji));
  }

  // One line, under the shopper's last message.
  function status(mid, text, kind) {
    const box = log.querySelector(`[data-mid="${CSS.escape(mid)}"]`);
    if (!box) return;
    const old = box.querySelector('.status');
    if (old?.dataset.kind === 'seen') return;
    old?.remove();
    box.append(make('small', { class: 'status', 'data-kind': kind }, text));
  }

  function note(text) {
    return make('p', { class: 'note' }, text);
  }

  function when(at) {
    const date = new Date(at);
    const today = date.toDateString() === new Date().toDateString();
    const text = date.toLocaleString(chat.locale, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
    return make('p', { class: 'note time' }, text);
  }

  // Whoever reads further up stays there; their own words bring them back.
  function isAtEnd() {
    const conversation = byId('conversation');
    return scrolling || conversation.scrollHeight - conversation.scrollTop - conversation.clientHeight < nearEnd;
  }

  function scrollDown() {
    const conversation = byId('conversation');
    scrolling = true;
    requestAnimationFrame(() => {
      scrolling = false;
      conversation.scrollTo({ top: conversation.scrollHeight });
    });
    // A tap that was meant for what stood here before meets nothing.
    conversation.classList.add('settling');
    clearTimeout(settleTimer);
    settleTimer = setTimeout(() => conversation.classList.remove('settling'), settle);
  }

  // The bot hears that its words were read, a moment after the last of them.
  function read() {
    clearTimeout(readTimer);
    readTimer = setTimeout(() => { if (!document.hidden) chat.api.read().catch(() => {}); }, 700);
  }

  return {
    state,
    entry,
    typing(shown) {
      if (started && entries.length === 0 && !log.hasChildNodes()) log.append(note(chat.words.gone));
      typing.hidden = !shown;
      byId('typing-note').textContent = shown ? chat.words.typing(chat.page) : '';
      if (shown && isAtEnd()) scrollDown();
    },
    seen(until) {
      for (const said of entries.filter(e => e.from === 'shopper' && e.at <= until)) status(said.mid, chat.words.seen, 'seen');
    },
    reaction({ mid, reaction }) {
      const box = log.querySelector(`[data-mid="${CSS.escape(mid)}"]`);
      if (box) react(box, reaction);
    },
    delivery({ mid, taken }) {
      status(mid, taken ? chat.words.delivered : chat.words.waiting, taken ? 'delivered' : 'waiting');
    },
  };
}
