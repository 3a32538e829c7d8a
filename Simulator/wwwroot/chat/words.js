// What the page itself says, in the shopper's language. What the shop says comes from the bot.
const english = {
  back: 'All shoppers', composer: 'Message', composerHint: 'Aa', send: 'Send', like: 'Send a thumbs up', menu: 'Menu', close: 'Close',
  automated: 'Automated assistant', business: 'Typically replies instantly', conversation: 'Conversation',
  getStarted: 'Get Started', startNote: name => `When you tap Get Started, ${name} sees your public information and can message you.`,
  quickReplies: 'Quick replies', typing: name => `${name} is typing`, said: name => `${name}:`, you: 'You:', tapped: 'You tapped:',
  reconnecting: 'Connection lost. Trying again…',
  gone: 'Earlier messages are no longer here: the simulator keeps a chat in memory only, and it was started again. The shop remembers your cart and orders.',
  sending: 'Sending', delivered: 'Delivered', waiting: 'The bot has not taken this yet. Trying again…', seen: 'Seen',
  sticker: 'Sticker', persona: (name, page) => `${name} at ${page}`, reaction: (emoji, page) => `${page} reacted with ${emoji}`,
  open: 'Open', newTab: 'Open in a new tab', cards: n => `${n} cards`, previous: 'Previous cards', next: 'Next cards',
  cardOf: (i, n) => `${i} of ${n}`, call: number => `Call ${number}`, called: number => `On a phone this would call ${number}.`,
  receipt: 'Receipt', order: 'Order', placed: 'Date', payment: 'Paid with', shipTo: 'Ship to', subtotal: 'Subtotal', shipping: 'Shipping', tax: 'Tax', taxWithin: 'of which tax',
  total: 'Total', quantity: n => `Quantity ${n}`, details: 'View order', image: 'Picture from the shop', file: 'File', failed: 'That did not work.',
};

const italian = {
  back: 'Tutti i clienti', composer: 'Messaggio', composerHint: 'Aa', send: 'Invia', like: 'Invia un pollice in su', menu: 'Menu', close: 'Chiudi',
  automated: 'Assistente automatico', business: 'Di solito risponde subito', conversation: 'Conversazione',
  getStarted: 'Inizia', startNote: name => `Quando tocchi Inizia, ${name} vede le tue informazioni pubbliche e può scriverti.`,
  quickReplies: 'Risposte rapide', typing: name => `${name} sta scrivendo`, said: name => `${name}:`, you: 'Tu:', tapped: 'Hai toccato:',
  reconnecting: 'Connessione persa. Nuovo tentativo…',
  gone: 'I messaggi di prima non ci sono più: il simulatore li tiene solo in memoria ed è stato riavviato. Il negozio ricorda il tuo carrello e i tuoi ordini.',
  sending: 'Invio', delivered: 'Consegnato', waiting: 'Il bot non l’ha ancora ricevuto. Nuovo tentativo…', seen: 'Visto',
  sticker: 'Adesivo', persona: (name, page) => `${name} di ${page}`, reaction: (emoji, page) => `${page} ha reagito con ${emoji}`,
  open: 'Apri', newTab: 'Apri in una nuova scheda', cards: n => `${n} schede`, previous: 'Schede precedenti', next: 'Schede successive',
  cardOf: (i, n) => `${i} di ${n}`, call: number => `Chiama ${number}`, called: number => `Su un telefono questo chiamerebbe ${number}.`,
  receipt: 'Ricevuta', order: 'Ordine', placed: 'Data', payment: 'Pagato con', shipTo: 'Spedizione a', subtotal: 'Subtotale', shipping: 'Spedizione', tax: 'IVA', taxWithin: 'di cui IVA',
  total: 'Totale', quantity: n => `Quantità ${n}`, details: 'Vedi ordine', image: 'Immagine dal negozio', file: 'File', failed: 'Non ha funzionato.',
};

export const wordsFor = locale => (locale.startsWith('it') ? italian : english);
