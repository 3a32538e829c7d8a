import { attachment } from './cards.js';
import { byId, make, withLinks } from './dom.js';

const pause = 10 * 60 * 1000;
const fresh = 10 * 1000;

// The bubbles, oldest first, and what is told under the last one of the shopper.
export function transcript(chat) {
  const log = byId('log');
  const typing = byId('typing');
  let entries = [];
  let epoch = null;
  let started = false;
  let readTimer = null;

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
    log.append(bubble);
    entries.push(said);
    typing.hidden = true;
    scrollDown();
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
    if (fromPage) box.append(make('span', { class: 'avatar small', 'aria-hidden': 'true' }, [...chat.page][0]?.toUpperCase() ?? ''));
    const text = said.message ? said.message.text : said.text;
    if (said.kind === 'sticker') box.append(make('span', { class: 'sticker', role: 'img', 'aria-label': said.text }, said.text));
    else if (text) box.append(make('p', { class: 'bubble' }, ...withLinks(text, url => chat.open(url))));
    if (said.message?.attachment) box.append(attachment(said, chat));
    return box;
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

  function scrollDown() {
    const talk = byId('talk');
    requestAnimationFrame(() => talk.scrollTo({ top: talk.scrollHeight }));
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
      if (shown) scrollDown();
    },
    seen(until) {
      for (const said of entries.filter(e => e.from === 'shopper' && e.at <= until)) status(said.mid, chat.words.seen, 'seen');
    },
    delivery({ mid, taken }) {
      status(mid, taken ? chat.words.delivered : chat.words.waiting, taken ? 'delivered' : 'waiting');
    },
  };
}
