import { byId } from './dom.js';

// Where the shopper writes. With nothing written, the button sends a thumb, as in Messenger.
export function composer(chat) {
  const form = byId('composer');
  const text = byId('text');
  const send = byId('send');

  function fit() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 120)}px`;
    const empty = text.value.trim() === '';
    form.classList.toggle('empty', empty);
    send.setAttribute('aria-label', empty ? chat.words.like : chat.words.send);
  }

  async function submit() {
    const wanted = text.value.trim();
    if (wanted === '') {
      await chat.attempt(() => chat.api.like());
      return;
    }
    text.value = '';
    fit();
    if (!await chat.attempt(() => chat.api.say(wanted)) && text.value === '') {
      text.value = wanted;
      fit();
    }
  }

  text.addEventListener('input', fit);
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (text.value.trim() !== '') submit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
    text.focus({ preventScroll: true });
  });

  return {
    state(state) {
      text.placeholder = chat.words.composerHint;
      text.setAttribute('aria-label', chat.words.composer);
      text.disabled = state.composerDisabled;
      send.disabled = state.composerDisabled;
      fit();
    },
  };
}
