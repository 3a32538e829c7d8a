import { everybody, welcome } from './api.js';
import { byId, make } from './dom.js';

const chatOf = user => `/chat?user=${encodeURIComponent(user)}`;
const together = new URLSearchParams(location.search).get('with');

function sideBySide(users) {
  document.title = users.join(', ');
  document.body.classList.add('together');
  byId('choose').hidden = true;
  byId('frames').hidden = false;
  byId('frames').append(...users.map(user => make('iframe', { src: chatOf(user), title: user })));
}

// Who waits at the first visit, when nobody has been here: whoever is chosen comes in.
const ready = [
  { user: 'anna', name: 'Anna Rossi', locale: 'it_IT' },
  { user: 'bruno', name: 'Bruno Bianchi', locale: 'it_IT' },
  { user: 'emma', name: 'Emma Clarke', locale: 'en_GB' },
];
const chatOfNew = ({ user, name, locale }) => `${chatOf(user)}&name=${encodeURIComponent(name)}&locale=${locale}`;
const initials = name => name.split(' ').map(part => [...part][0]).join('').toUpperCase();

function card(person, picture, address) {
  return make('li', {}, make('a', { href: address }, picture,
    make('span', {}, make('strong', {}, person.name), make('small', {}, `${person.user} · ${person.locale.replace('_', '-')}`))));
}

const portrait = person => make('img', { src: `/simulator/messenger/shoppers/${person.user}/picture.svg`, alt: '', width: 44, height: 44 });

async function listPeople() {
  const people = await everybody();
  byId('people').replaceChildren(...people.length === 0
    ? ready.map(person => card(person, make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)), chatOfNew(person)))
    : people.map(person => card(person, portrait(person), person.chat)));
  byId('side').hidden = people.length < 2;
  byId('side-link').href = `/chat?with=${people.slice(0, 5).map(p => p.user).join(',')}`;
}

// "Zoë Rossi" is zoe in the address.
const userOf = name => name.normalize('NFD').toLowerCase().split(/\s+/)[0].replace(/[^a-z0-9._-]/g, '').replace(/^[._-]+/, '');

async function add(event) {
  event.preventDefault();
  const name = byId('name').value.trim();
  try {
    const person = await welcome(userOf(name), name, byId('locale').value);
    location.href = person.chat;
  } catch (problem) {
    byId('toast').textContent = problem.message;
    byId('toast').hidden = false;
  }
}

if (together) {
  sideBySide(together.split(',').filter(Boolean).slice(0, 5));
} else {
  byId('locale').value = navigator.language.startsWith('it') ? 'it_IT' : navigator.language === 'en-GB' ? 'en_GB' : 'en_US';
  byId('add').addEventListener('submit', add);
  listPeople();
}
