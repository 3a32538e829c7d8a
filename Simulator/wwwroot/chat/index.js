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

async function listPeople() {
  const people = await everybody();
  byId('people').replaceChildren(...people.map(person => make('li', {}, make('a', { href: person.chat },
    make('img', { src: `/simulator/messenger/shoppers/${person.user}/picture.svg`, alt: '', width: 44, height: 44 }),
    make('span', {}, make('strong', {}, person.name), make('small', {}, `${person.user} · ${person.locale.replace('_', '-')}`))))));
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
