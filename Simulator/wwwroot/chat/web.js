import { byId } from './dom.js';

// Messenger opens links inside the app. Here a page of this machine opens in a sheet over the chat; a page of the wide
// web, which may forbid to be framed, opens in a tab.
export function webSheet(chat) {
  const sheet = byId('web');
  const frame = byId('web-frame');
  const back = byId('web-back');
  const close = sheet.querySelector('.close');

  close.addEventListener('click', () => sheet.close());
  back.addEventListener('click', () => sheet.close());
  sheet.addEventListener('close', () => { frame.src = 'about:blank'; });
  frame.addEventListener('load', () => look());
  window.addEventListener('message', event => {
    if (event.source !== frame.contentWindow) return;
    const wish = typeof event.data === 'string' ? event.data : event.data?.type;
    if (wish === 'closeWebview') sheet.close();
  });

  // The page behind the payment says thanks, and offers the way back; a page that is itself the chat is that way back.
  function look() {
    const path = pathOf(frame);
    if (path === '/chat') sheet.close();
    back.hidden = !path?.startsWith('/thanks/');
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
    back.textContent = chat.words.backToChat;
    back.hidden = true;
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

// Null for a page of another origin: a browser does not tell.
function pathOf(frame) {
  try {
    return frame.contentWindow.location.pathname;
  } catch {
    return null;
  }
}
