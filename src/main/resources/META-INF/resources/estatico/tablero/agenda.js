// The day on a desk: an appointment is moved or made longer by drag or by keyboard. What comes of it is asked about once and sent by
// the same form as everything else; the page follows (tablero.js) as soon as nothing is in hand.
'use strict';

const ROW = 5, SNAP = 15, DAY = 24 * 60;
const agenda = () => document.getElementById('agenda');
const board = document.getElementById('tablero-dia');
const question = document.getElementById('soltar');
const wide = matchMedia('(min-width: 700px)');
let held = null;

// Words -------------------------------------------------------------------------------------------------------------------

function clock(minute) {
  const at = (minute % DAY + DAY) % DAY, hour = Math.floor(at / 60);
  return `${hour % 12 || 12}:${String(at % 60).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
const name = column => column.dataset.name;
const words = () => `${clock(held.from)} a ${clock(held.from + held.length)} con ${name(held.column)}`;
function announce(text) { const place = document.getElementById('anuncio'); if (place) place.textContent = text; }

// Places ------------------------------------------------------------------------------------------------------------------

function place(visit, from, length) {
  const first = Number(agenda().dataset.first);
  visit.className = visit.className.replace(/\br\d+\b/, `r${Math.max(0, Math.floor((from - first) / ROW))}`)
      .replace(/\bs\d+\b/, `s${Math.max(1, Math.ceil(length / ROW))}`);
}

function take(visit) {
  const from = Number(visit.dataset.from), length = Number(visit.dataset.length), column = visit.closest('.column');
  held = { visit, from, length, column, home: { from, length, column, next: visit.nextSibling, classes: visit.className } };
  visit.classList.add('dragged');
  visit.className = visit.className.replace(/\blane\dof\d\b/, '');
  agenda().classList.add('dragging');
}

function put(from, length, column) {
  const first = Number(agenda().dataset.first), last = first + 12 * ROW * agenda().querySelectorAll('.hours li:not(.now)').length;
  held.length = Math.min(Math.max(length, ROW), last - first);
  held.from = Math.min(Math.max(from, first), last - held.length);
  if (column !== held.column && held.visit.dataset.alone) {
    held.column = column;
    const focused = document.activeElement === held.visit;
    column.querySelector('.track').append(held.visit);
    if (focused) held.visit.focus({ preventScroll: true });
  }
  place(held.visit, held.from, held.length);
}

const moved = () => held.from !== held.home.from || held.length !== held.home.length || held.column !== held.home.column;

function giveBack() {
  if (!held) return;
  const { visit, home } = held, focused = document.activeElement === visit;
  held = null;
  visit.className = home.classes;
  home.column.querySelector('.track').insertBefore(visit, home.next);
  agenda().classList.remove('dragging');
  if (focused) visit.focus({ preventScroll: true });
  visit.dispatchEvent(new Event('focusout', { bubbles: true }));
}

// Asking ------------------------------------------------------------------------------------------------------------------

function ask() {
  if (!moved()) return giveBack();
  const data = held.visit.dataset, form = question.querySelector('form'), fields = form.elements;
  const start = Number(data.start) + held.from - held.home.from, day = new Date(`${agenda().dataset.date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.floor(start / DAY));
  const at = (start % DAY + DAY) % DAY;
  form.action = data.action;
  fields.version.value = data.version;
  fields.fecha.value = day.toISOString().slice(0, 10);
  fields.hora.value = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  fields.persona.value = held.column === held.home.column ? '' : held.column.dataset.person;
  fields.minutos.value = held.length === held.home.length ? '' : Number(data.last) + held.length - held.home.length;
  fields.visto_hora.value = data.seenTime;
  fields.visto_con.value = data.seenStaff;
  fields.visto_que.value = data.seenServices;
  fields.visto_estado.value = data.seenStatus;
  document.getElementById('soltar-titulo').textContent = `¿Mover la cita de ${data.customer}?`;
  document.getElementById('soltar-antes').textContent = `Estaba: ${clock(held.home.from)} a ${clock(held.home.from + held.home.length)} con ${name(held.home.column)}`;
  document.getElementById('soltar-ahora').textContent = `Queda: ${words()}`;
  question.showModal();
}
question?.addEventListener('close', giveBack);

// Drag --------------------------------------------------------------------------------------------------------------------

let dragging = null, ended = -Infinity;
document.addEventListener('pointerdown', event => {
  const visit = event.target.closest?.('.visit[data-movable]');
  if (!visit || held || !wide.matches || event.button !== 0 || event.pointerType === 'touch') return;
  dragging = { visit, x: event.clientX, y: event.clientY, stretch: event.target.classList.contains('grip'), begun: false };
});
document.addEventListener('pointermove', event => {
  if (!dragging) return;
  if (!dragging.begun) {
    if (Math.hypot(event.clientX - dragging.x, event.clientY - dragging.y) < 5) return;
    dragging.begun = true;
    take(dragging.visit);
    dragging.scroll = board.scrollTop;
  }
  const row = held.column.querySelector('.track').getBoundingClientRect().height
      / (12 * agenda().querySelectorAll('.hours li:not(.now)').length);
  const minutes = (event.clientY - dragging.y + board.scrollTop - dragging.scroll) / row * ROW;
  const { from, length } = held.home;
  if (dragging.stretch) {
    put(from, Math.max(SNAP, Math.round((from + length + minutes) / SNAP) * SNAP - from), held.column);
  } else {
    const column = [...agenda().querySelectorAll('.column')].find(one => {
      const box = one.getBoundingClientRect();
      return box.left <= event.clientX && event.clientX < box.right;
    });
    put(Math.round((from + minutes) / SNAP) * SNAP, length, column || held.column);
  }
});
document.addEventListener('pointerup', () => {
  if (!dragging) return;
  const { begun } = dragging;
  dragging = null;
  if (!begun) return;
  ended = performance.now();
  setTimeout(ask);
});
// The click that ends a drag opens nothing.
document.addEventListener('click', event => {
  if (performance.now() - ended < 300 && event.target.closest?.('.visit, .gap')) event.preventDefault();
}, true);
document.addEventListener('pointercancel', () => { dragging = null; giveBack(); });
document.addEventListener('dragstart', event => { if (event.target.closest?.('.visit')) event.preventDefault(); });

// Keyboard ----------------------------------------------------------------------------------------------------------------

const neighbour = by => {
  const all = [...agenda().querySelectorAll('.column')];
  return all[all.indexOf(held.column) + by] || held.column;
};
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && dragging) { dragging = null; return giveBack(); }
  const visit = document.activeElement?.closest('.visit[data-movable]');
  if (!visit || question.open) return;
  if (held && event.key === 'Escape') { giveBack(); return announce('La cita se queda como estaba.'); }
  if (held && event.key === 'Enter') { event.preventDefault(); return ask(); }
  if (!event.altKey || !event.key.startsWith('Arrow')) return;
  event.preventDefault();
  if (!held) take(visit);
  const by = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') put(held.from, held.length, neighbour(by));
  else if (!event.shiftKey) put(held.from + by * SNAP, held.length, held.column);
  else if (Number(visit.dataset.last)) put(held.from, Math.max(SNAP, held.length + by * SNAP), held.column);
  visit.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  announce(`${words()}. Entrar la guarda, Escape la deja como estaba.`);
});
document.addEventListener('focusout', event => {
  if (held && !dragging && event.target === held.visit && event.relatedTarget && event.relatedTarget !== held.visit
      && !question.contains(event.relatedTarget)) giveBack();
});

// Now ---------------------------------------------------------------------------------------------------------------------

const since = performance.now(), began = Number(agenda()?.dataset.minute), shown = agenda()?.dataset.date;
setInterval(() => {
  const { first, date } = agenda().dataset;
  if (date !== shown) return;
  const row = Math.floor((began + (performance.now() - since) / 60_000 - Number(first)) / ROW);
  document.querySelectorAll('.now').forEach(line => { line.className = line.className.replace(/\br\d+\b/, `r${row}`); });
}, 60_000);
if (board && wide.matches) {
  const line = board.querySelector('.now');
  if (line) board.scrollTop = Math.max(0, line.offsetTop - board.clientHeight / 3);
}

// Of whom the day is shown, on a phone ------------------------------------------------------------------------------------

const people = [...document.querySelectorAll('.people a')];
function mark() {
  const at = Math.round(board.scrollLeft / Math.max(1, board.clientWidth - 58));
  people.forEach((link, index) => {
    link.classList.toggle('shown', index === at);
    if (index === at) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  });
}
if (board && people.length) {
  board.addEventListener('scroll', mark, { passive: true });
  mark();
  document.querySelector('.people').addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    board.scrollTo({ left: document.getElementById(link.hash.slice(1)).offsetLeft - 58 });
  });
}
