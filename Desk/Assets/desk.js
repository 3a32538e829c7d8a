// What makes the desk smoother. Every page works without it.
'use strict';
(() => {
  // After a page was swapped in, whoever listens or uses the keyboard begins at its top.
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target !== document.body) return;
    document.getElementById('main')?.focus({ preventScroll: true });
    if (last) tell(last);
  });

  // Buttons that copy the text of an element.
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 2000);
  });

  // One box that ticks all of a list.
  document.addEventListener('change', event => {
    if (!event.target.matches('[data-all]')) return;
    for (const box of document.querySelectorAll(`[name="${event.target.dataset.all}"]`)) box.checked = event.target.checked;
  });

  // Orders that came since this page was opened: told above it, counted in the title, and put into what is fresh. Of all open pages one
  // listens and tells the others.
  const radio = new BroadcastChannel('desk-live');
  let seen = null;
  let last = null;
  const isBusy = part => part.contains(document.activeElement) || part.querySelector('[type=checkbox]:checked');
  const renew = async () => {
    if (!document.querySelector('[data-fresh]')) return;
    const at = location.href;
    const answer = await fetch(at);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (location.href !== at) return;
    for (const part of document.querySelectorAll('[data-fresh]')) {
      const now = page.getElementById(part.id);
      if (!now || isBusy(part)) continue;
      part.replaceWith(now);
      htmx.process(now);
      show(now);
    }
  };
  const tell = counts => {
    const isNew = last !== null && JSON.stringify(last) !== JSON.stringify(counts);
    last = counts;
    seen ??= counts.newest;
    if (isNew) renew();
    const place = document.getElementById('live');
    const count = Math.max(0, counts.newest - seen);
    const bare = document.title.replace(/^\(\d+\) /, '');
    document.title = count + counts.waiting > 0 ? `(${count + counts.waiting}) ${bare}` : bare;
    const waiting = document.getElementById('chats-waiting');
    if (waiting) {
      waiting.textContent = counts.waiting;
      waiting.hidden = counts.waiting === 0;
    }
    if (!place || count === 0) return;
    place.firstElementChild.textContent = (count === 1 ? place.dataset.one : place.dataset.other).replace('{count}', count);
    place.hidden = false;
  };
  let listens = false;
  radio.onmessage = event => {
    if (event.data !== 'hello') tell(event.data);
    else if (listens && last) radio.postMessage(last);
  };
  if (document.getElementById('live') && navigator.locks) {
    radio.postMessage('hello');
    navigator.locks.request('desk-live', () => new Promise(() => {
      listens = true;
      const source = new EventSource('/desk/live');
      source.addEventListener('orders', event => {
        const counts = JSON.parse(event.data);
        radio.postMessage(counts);
        tell(counts);
      });
    }));
  }
  // A page that was just fetched shows all that had come by then.
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.target === document.body) seen = last?.newest ?? null;
  });

  const show = root => {
    for (const element of root.querySelectorAll('[data-needs-script]')) element.hidden = false;
  };
  document.addEventListener('DOMContentLoaded', () => show(document));
  document.addEventListener('htmx:load', event => show(event.detail.elt));
})();
