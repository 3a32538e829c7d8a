import { byId, isWeb, make } from './dom.js';

// The row of quick replies: it belongs to the last message and goes with the next one.
export function quickReplies(chat) {
  const row = byId('replies');

  function labelOf(reply) {
    if (reply.content_type === 'user_email') return chat.shopper.email;
    if (reply.content_type === 'user_phone_number') return chat.shopper.phone;
    return reply.title ?? '';
  }

  function chip(reply) {
    const label = labelOf(reply);
    const payload = reply.content_type === 'text' ? reply.payload : undefined;
    return make('button', {
      type: 'button', class: 'chip', onclick: () => chat.attempt(() => chat.api.quickReply(label, payload)),
    }, isWeb(reply.image_url) ? make('img', { src: reply.image_url, alt: '', referrerpolicy: 'no-referrer' }) : null, label);
  }

  return {
    entry(entry) {
      const replies = entry.from === 'page' ? entry.message?.quick_replies ?? [] : [];
      // A finger's tap leaves the keyboard of the phone where it was.
      const hadFocus = row.contains(document.activeElement) && (row.querySelector(':focus-visible') || matchMedia('(hover: hover)').matches);
      row.setAttribute('aria-label', chat.words.quickReplies);
      row.replaceChildren(...replies.map(chip));
      row.hidden = replies.length === 0;
      if (hadFocus) (row.querySelector('button') ?? byId('text')).focus({ preventScroll: true });
    },
  };
}
