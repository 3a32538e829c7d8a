// Talks to the simulator's server. The server signs and calls the bot; this page never does.
const root = '/simulator/messenger';

async function call(method, path, body) {
  const answer = await fetch(root + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const content = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
  if (!answer.ok) throw new Error(content.error ?? (text || `HTTP ${answer.status}`));
  return content;
}

export const everybody = () => call('GET', '/shoppers');
export const welcome = (user, name, locale) => call('POST', '/shoppers', { user, name, locale });
export const webhooks = () => call('GET', '/webhooks');

export function shopperApi(user) {
  const path = `/shoppers/${encodeURIComponent(user)}`;
  const act = (verb, body = {}) => call('POST', `${path}/${verb}`, body);
  return {
    about: () => call('GET', path),
    say: text => act('say', { text }),
    like: () => act('like'),
    getStarted: () => act('get-started'),
    iceBreaker: title => act('ice-breaker', { title }),
    tap: (mid, title, payload, element) => act('tap', { mid, title, payload, element }),
    quickReply: (title, payload) => act('quick-reply', { title, payload }),
    menu: (title, payload) => act('menu', { title, payload }),
    read: () => act('read'),
    eventsAddress: after => `${root}${path}/events${after ? `?after=${encodeURIComponent(after)}` : ''}`,
  };
}
