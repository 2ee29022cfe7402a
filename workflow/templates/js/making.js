// Elements are made from names, attributes and text. No markup is parsed and no text is run.

// Web pages, files of this edition and places on this page; nothing else becomes a link.
const SAFE_ADDRESS = /^(https?:\/\/\S+|[a-z][a-z0-9_]*\.html(#\S+)?|#\S+)$/i;

/** A new element; strings among its children become text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that does `action` when it is pressed. */
function makeButton(words, action, attributes = {}) {
  const button = make('button', { type: 'button', ...attributes }, words);
  button.addEventListener('click', action);
  return button;
}

/** A link, or plain text where the address is none that a brief may lead to. */
function makeLink(words, address) {
  return SAFE_ADDRESS.test(address) ? make('a', { href: address }, words) : document.createTextNode(words);
}

/** The words of an element on one line. */
function wordsOf(element) {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

const announcer = make('p', { class: 'announced', role: 'status', 'data-script': '' });

/** Tells a screen reader what has just been done, or everyone where `place` is in sight. */
function announce(words, place = announcer) {
  place.textContent = words;
}
