// Follows what happens. A browser allows only six open streams to one server, so a page that nobody has looked at
// for a minute lets go of its own, and catches up when it is looked at again.
const patience = 60_000;

export function follow(api, listen) {
  let source = null;
  let last = null;
  let rest = null;

  function open() {
    clearTimeout(rest);
    if (source) return;
    source = new EventSource(api.eventsAddress(last));
    for (const kind of ['state', 'entry', 'typing', 'seen', 'delivery', 'reaction']) {
      source.addEventListener(kind, event => {
        if (event.lastEventId) last = event.lastEventId;
        listen(kind, JSON.parse(event.data));
      });
    }
    source.addEventListener('open', () => listen('connected'));
    source.addEventListener('error', () => {
      listen('disconnected');
      if (source.readyState !== EventSource.CLOSED) return;
      // The server said no, which it does only when it has forgotten the shopper: come in again.
      close();
      setTimeout(() => listen('refused', { again: open }), 1000);
    });
  }

  function close() {
    source?.close();
    source = null;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) rest = setTimeout(close, patience);
    else open();
  });
  open();
}
