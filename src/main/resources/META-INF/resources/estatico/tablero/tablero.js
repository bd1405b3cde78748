// What pages cannot do without: everything else works with links and forms alone.
'use strict';

// A list to choose from goes there at once; without this its button does.
document.addEventListener('change', event => {
  if (event.target.matches('[data-goes]')) event.target.form.requestSubmit();
});

// A form that is under way is not sent again by a second tap.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  form.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
  delete form.dataset.sent;
  form.removeAttribute('aria-busy');
}));

// What is asked about once more before it is done.
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest('[data-closes]')) event.target.closest('dialog')?.close();
});

// What happens elsewhere: the page asks again for what it shows, unless somebody is in the middle of something.
const followed = () => document.querySelector('[data-follows]');
if (followed()) {
  let behind = false;
  const busy = () => document.querySelector('dialog[open], .dragged')
      || followed().contains(document.activeElement) && document.activeElement.matches('input, textarea, select');
  const again = () => {
    behind = Boolean(busy());
    if (!behind) htmx.ajax('GET', location.href, { target: '[data-follows]', select: '[data-follows]', swap: 'outerHTML' });
  };
  const catchUp = () => { if (behind) again(); };
  const events = new EventSource(followed().dataset.follows);
  events.addEventListener('message', event => { if (event.data === 'cambio') again(); });
  events.addEventListener('open', () => { offline(false); catchUp(); });
  events.addEventListener('error', () => { behind = true; offline(true); });
  document.addEventListener('close', catchUp, true);
  document.addEventListener('focusout', () => setTimeout(catchUp));
}

function offline(is) { document.querySelector('.offline').hidden = !is; }
addEventListener('offline', () => offline(true));
addEventListener('online', () => offline(false));
