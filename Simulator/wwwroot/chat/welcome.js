import { byId, make } from './dom.js';

// Before the first word: who this is, the shop's greeting, Get Started and the questions that it suggests.
export function welcomeScreen(chat) {
  let started = false;
  byId('get-started').addEventListener('click', () => chat.attempt(() => chat.api.getStarted()));

  function show(state) {
    const fresh = !started;
    byId('welcome').hidden = false;
    byId('welcome-name').textContent = chat.page;
    byId('welcome-kind').textContent = chat.words.automated;
    byId('greeting').textContent = state?.greeting ?? '';
    byId('greeting').hidden = !state?.greeting;
    byId('start').hidden = !(fresh && (state.hasGetStarted || state.iceBreakers));
    byId('get-started').hidden = !state.hasGetStarted;
    byId('get-started').textContent = chat.words.getStarted;
    byId('legal').hidden = !state.hasGetStarted;
    byId('legal').textContent = chat.words.startNote(chat.page);
    byId('composer').hidden = fresh && state.hasGetStarted;
    const breakers = byId('breakers');
    breakers.hidden = !fresh || !state.iceBreakers;
    breakers.replaceChildren(...(state.iceBreakers ?? []).map(({ question }) => make('button', {
      type: 'button', class: 'chip', onclick: () => chat.attempt(() => chat.api.iceBreaker(question)),
    }, question)));
  }

  return {
    state(state) {
      started ||= state.started;
      show(state);
    },
    begun() {
      if (!started && !byId('start').hidden) setTimeout(() => byId('text').focus({ preventScroll: true }));
      started = true;
      byId('start').hidden = true;
      byId('composer').hidden = false;
    },
  };
}
