// The panel with the provenance of a number. It is no trap: Escape, the close button, a press elsewhere and Tab lead out.

const panel = { box: undefined, link: undefined, past: [] };

/** Numbers that the page knows open their panel; with a modifier key, or for another number, the link is followed. */
function startPanel() {
  for (const link of document.querySelectorAll('a.trail')) {
    if (factBehind(link)) link.setAttribute('aria-expanded', 'false');
  }
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  addEventListener('resize', () => panel.box && placePanel(panel));
}

function withModifier(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function onClick(event) {
  if (event.button !== 0 || withModifier(event)) return;
  const link = event.target.closest('a.trail');
  const inside = event.composedPath().includes(panel.box);
  if (link && factBehind(link)) {
    event.preventDefault();
    if (link === panel.link) closePanel();
    else openPanel(link);
  } else if (panel.box && !inside) {
    closePanel({ refocus: false });
  } else if (inside && event.target.closest('a[href^="#"]')) {
    setTimeout(() => closePanel({ refocus: false }));
  }
}

function onKey(event) {
  if (event.key === 'Escape' && panel.box) closePanel();
  else if (event.key === 'Tab' && event.composedPath().includes(panel.box)) leaveAtTheEnds(event);
  else if (event.key === ' ' && !withModifier(event) && event.target.matches('a.trail[aria-expanded]')) {
    event.preventDefault();
    event.target.click();
  }
}

/** Beyond its last stop the panel closes and Tab goes on from the number; before its first, Tab goes back to the number. */
function leaveAtTheEnds(event) {
  const stops = [...panel.box.querySelectorAll('a[href], button, summary')].filter(isUnfolded);
  const at = document.activeElement;
  if (event.shiftKey ? at !== stops[0] && at !== panel.box : at !== stops.at(-1)) return;
  if (event.shiftKey) event.preventDefault();
  closePanel();
}

function isUnfolded(stop) {
  return stop.matches('summary') || !stop.closest('details:not([open])');
}

function openPanel(link) {
  closePanel({ refocus: false });
  const box = make('div', { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'panel-title', tabindex: '-1', 'data-script': '' });
  Object.assign(panel, { box, link, past: [] });
  link.setAttribute('aria-expanded', 'true');
  link.setAttribute('aria-controls', 'panel');
  document.body.append(box);
  showFact(factBehind(link));
}

function showFact(id) {
  const close = makeButton('«script.close»', () => closePanel(), { class: 'panel-close' });
  const back = makeButton('«script.back»', () => showFact(panel.past.pop()), { class: 'panel-back' });
  const follow = (next) => {
    panel.past.push(id);
    showFact(next);
  };
  const title = make('h2', { id: 'panel-title' }, recordOf('facts', id).label);
  const head = make('div', { class: 'panel-head' }, title, ...(panel.past.length ? [back] : []), close);
  panel.box.replaceChildren(head, ...provenanceOf(id, follow));
  panel.box.scrollTop = 0;
  placePanel(panel);
  panel.box.focus({ preventScroll: true });
}

function closePanel({ refocus = true } = {}) {
  const { box, link } = panel;
  if (!box) return;
  Object.assign(panel, { box: undefined, link: undefined, past: [] });
  box.remove();
  document.body.style.removeProperty('padding-bottom');
  link.setAttribute('aria-expanded', 'false');
  link.removeAttribute('aria-controls');
  if (refocus) link.focus();
}
