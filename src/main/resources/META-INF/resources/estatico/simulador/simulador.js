// The phone of the simulator: listens for what happens, sends what is written, opens lists. The server draws everything.
'use strict';

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;

const body = document.body;
const scroll = document.getElementById('scroll');
const chat = document.getElementById('chat');
const notice = document.getElementById('notice');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const sheet = document.getElementById('sheet');
const opened = new Set();
const closed = new Set();

// What is new -----------------------------------------------------------------------------------------------------------

const lookAgain = () => htmx.trigger(body, 'cambio');

/** The browser reconnects by itself when the connection breaks, but not when the server answered with an error. */
function listen() {
  const events = new EventSource(body.dataset.events);
  events.onopen = () => { body.classList.remove('offline'); lookAgain(); };
  events.onmessage = lookAgain;
  events.onerror = () => {
    body.classList.add('offline');
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(listen, 3000);
    }
  };
}

function toTheEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

let shown = chat.querySelectorAll('.bubble:not(.typing)').length;

function afterDrawing() {
  const bubbles = chat.querySelectorAll('.bubble:not(.typing)');
  bubbles.forEach((bubble, at) => bubble.classList.toggle('new', at >= shown));
  shown = bubbles.length;
  toTheEnd();
}

htmx.on('htmx:beforeSwap', event => {
  // Drawing the same again would only make it flicker, and drop the focus of whoever walks by keyboard.
  if (event.detail.target === chat && event.detail.xhr.responseText === chat.drawn) {
    event.detail.shouldSwap = false;
  } else if (event.detail.target === chat) {
    chat.drawn = event.detail.xhr.responseText;
  }
});
htmx.on('htmx:afterSettle', event => {
  if (event.detail.target === chat) {
    afterDrawing();
  }
});
htmx.on('htmx:oobAfterSwap', () => document.querySelectorAll('.turn').forEach(turn => {
  const id = turn.dataset.turn;
  turn.open = opened.has(id) || (turn.open && !closed.has(id));
}));
document.addEventListener('click', event => {
  const turn = event.target.closest('.turn > summary')?.parentElement;
  if (turn) {
    (turn.open ? closed : opened).add(turn.dataset.turn);
    (turn.open ? opened : closed).delete(turn.dataset.turn);
  }
});

// Writing ---------------------------------------------------------------------------------------------------------------

function grow() {
  text.style.height = 'auto';
  text.style.height = Math.min(text.scrollHeight, 120) + 'px';
}

/** What was just written, until the server has it. */
function showAtOnce(words) {
  const bubble = document.createElement('li');
  bubble.className = 'bubble mine tail new';
  const inner = document.createElement('div');
  inner.className = 'words';
  const said = document.createElement('span');
  said.className = 'said';
  said.textContent = words;
  const meta = document.createElement('span');
  meta.className = 'meta';
  meta.innerHTML = '<svg><use href="#i-clock"/></svg>';
  inner.append(said, meta);
  bubble.append(inner);
  chat.querySelector('.typing')?.remove();
  chat.querySelector('.hint')?.remove();
  chat.querySelector('.bubbles').append(bubble);
  chat.drawn = null;
  shown++;
  toTheEnd();
}

text.addEventListener('input', grow);
text.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});

htmx.on('htmx:beforeRequest', event => {
  const form = event.detail.elt;
  if (event.detail.requestConfig.verb !== 'post') {
    return;
  }
  const words = form.elements.texto.value;
  if (!words.trim()) {
    event.preventDefault();
    return;
  }
  notice.textContent = '';
  showAtOnce(words);
  if (form === composer) {
    form.unsent = words;
    text.value = '';
    grow();
  }
  closeSheet();
});
htmx.on('htmx:afterRequest', event => {
  if (event.detail.requestConfig.verb !== 'post') {
    return;
  }
  if (!event.detail.successful) {
    notice.textContent = 'No se pudo enviar. Revisa que Yume siga encendida e intenta otra vez.';
    if (event.detail.elt === composer && !text.value) {
      text.value = composer.unsent;
      grow();
    }
    chat.drawn = null;
  }
  lookAgain();
});

// Lists and views -------------------------------------------------------------------------------------------------------

let openedBy = null;

function openSheet(button) {
  openedBy = button;
  document.getElementById('sheet-title').textContent = button.dataset.openSheet;
  const rows = document.getElementById('sheet-rows');
  rows.replaceChildren(button.parentElement.querySelector('template').content.cloneNode(true));
  htmx.process(rows);
  sheet.hidden = false;
  rows.querySelector('button')?.focus();
}

function closeSheet() {
  if (!sheet.hidden) {
    sheet.hidden = true;
    if (openedBy?.isConnected) {
      openedBy.focus();
    }
  }
}

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open-sheet]');
  const view = event.target.closest('[data-show]');
  if (opener) {
    openSheet(opener);
  } else if (event.target === sheet || event.target.closest('[data-close-sheet]')) {
    closeSheet();
  } else if (view) {
    body.dataset.view = body.dataset.view === view.dataset.show ? 'chat' : view.dataset.show;
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    closeSheet();
  }
});

toTheEnd();
listen();
