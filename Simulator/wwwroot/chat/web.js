import { byId } from './dom.js';

// Messenger opens links inside the app. Here a page of this machine opens in a sheet over the chat; a page of the wide
// web, which may forbid to be framed, opens in a tab.
export function webSheet(chat) {
  const sheet = byId('web');
  const frame = byId('web-frame');
  const close = sheet.querySelector('.close');

  close.addEventListener('click', () => sheet.close());
  sheet.addEventListener('close', () => { frame.src = 'about:blank'; });
  frame.addEventListener('load', () => { look(); listenInside(frame, sheet); });
  window.addEventListener('message', event => {
    if (event.source !== frame.contentWindow) return;
    const wish = typeof event.data === 'string' ? event.data : event.data?.type;
    if (wish === 'closeWebview') sheet.close();
  });

  // A page that leads back to the chat leads out of the sheet.
  function look() {
    if (pathOf(frame) === '/chat') sheet.close();
  }

  return function open(address, title, height) {
    const url = new URL(address, location.href);
    if (!canFrame(url)) {
      window.open(url, '_blank', 'noopener');
      return;
    }
    byId('web-title').textContent = title || url.host;
    byId('web-out').href = url;
    byId('web-out').setAttribute('aria-label', chat.words.newTab);
    close.setAttribute('aria-label', chat.words.close);
    frame.title = title || url.host;
    sheet.dataset.height = height ?? 'full';
    frame.src = url;
    sheet.showModal();
  };
}

function canFrame(url) {
  return ['http:', 'https:'].includes(url.protocol)
    && (url.origin === location.origin || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname));
}

// Escape closes the sheet wherever the keyboard is. Within a page of another origin, that page has to tell (closeWebview).
function listenInside(frame, sheet) {
  try {
    frame.contentWindow.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) sheet.close();
    });
  } catch {
    // A browser does not let us listen there.
  }
}

// Null for a page of another origin: a browser does not tell.
function pathOf(frame) {
  try {
    return frame.contentWindow.location.pathname;
  } catch {
    return null;
  }
}
