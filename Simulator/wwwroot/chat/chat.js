import { shopperApi, welcome } from './api.js';
import { composer } from './composer.js';
import { behindTheScenes } from './sidebar.js';
import { byId } from './dom.js';
import { menuSheet } from './menu.js';
import { quickReplies } from './replies.js';
import { steady } from './steady.js';
import { follow } from './stream.js';
import { transcript } from './transcript.js';
import { webSheet } from './web.js';
import { welcomeScreen } from './welcome.js';
import { wordsFor } from './words.js';

const asked = new URLSearchParams(location.search);
const chat = { words: wordsFor(navigator.language), page: '', locale: navigator.language, api: null, open: null, attempt };

// Does what was asked of the server, and says so kindly when the server refuses.
async function attempt(action) {
  try {
    return await action();
  } catch (problem) {
    toast(`${chat.words.failed} ${problem.message}`);
    return null;
  }
}

let toastTimer = null;
function toast(text) {
  const box = byId('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 6000);
}

function applyState(state) {
  chat.locale = state.shopper.locale.replace('_', '-');
  chat.words = wordsFor(state.shopper.locale);
  chat.page = state.pageName;
  chat.shopper = state.shopper;
  document.documentElement.lang = chat.locale;
  document.title = `${state.pageName} · ${state.shopper.firstName}`;
  byId('page-name').textContent = state.pageName;
  byId('page-note').textContent = chat.words.business;
  const initial = [...state.pageName][0]?.toUpperCase() ?? '';
  for (const id of ['page-avatar', 'welcome-avatar', 'typing-avatar']) byId(id).textContent = initial;
  byId('back').setAttribute('aria-label', chat.words.back);
  const me = byId('me');
  me.src = `/simulator/messenger/shoppers/${state.shopper.user}/picture.svg`;
  me.alt = `${state.shopper.firstName} ${state.shopper.lastName}`;
  me.title = me.alt;
  me.hidden = false;
  byId('log').setAttribute('aria-label', chat.words.conversation);
}

async function start() {
  const user = asked.get('user').trim().toLowerCase();
  const comeIn = () => welcome(user, asked.get('name') ?? undefined, asked.get('locale') ?? undefined);
  if (!await attempt(comeIn)) return;
  chat.api = shopperApi(user);
  chat.open = webSheet(chat);
  const parts = {
    transcript: transcript(chat), replies: quickReplies(chat), composer: composer(chat), menu: menuSheet(chat),
    welcome: welcomeScreen(chat), sidebar: behindTheScenes(chat, toast),
  };
  chat.toast = toast;

  const on = {
    state(state) {
      applyState(state);
      parts.transcript.state(state);
      parts.welcome.state(state);
      parts.menu.state(state);
      parts.composer.state(state);
    },
    entry(entry) {
      parts.transcript.entry(entry);
      parts.replies.entry(entry);
      parts.welcome.begun();
    },
    typing: ({ on: shown }) => parts.transcript.typing(shown),
    seen: ({ until }) => parts.transcript.seen(until),
    delivery: delivery => parts.transcript.delivery(delivery),
    reaction: reaction => parts.transcript.reaction(reaction),
    connected() { byId('banner').hidden = true; },
    disconnected() {
      byId('banner').textContent = chat.words.reconnecting;
      byId('banner').hidden = false;
    },
    async refused({ again }) {
      try { await welcome(user); } catch { /* The server is away; the next try of the stream tells. */ }
      again();
    },
  };
  const whenFree = steady(byId('conversation'), byId('replies'));
  follow(chat.api, (kind, content) => whenFree(() => on[kind](content)));
}

start();
