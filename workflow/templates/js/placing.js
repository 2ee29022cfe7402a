// Where the panel stands: below or above its number where there is room, else as a sheet at the foot of the window.

const NARROW = '(max-width: 47.99rem), (max-height: 29.99rem)';
const GAP = 8;

function placePanel({ box, link }) {
  box.removeAttribute('style');
  document.body.style.removeProperty('padding-bottom');
  box.classList.toggle('panel-sheet', matchMedia(NARROW).matches);
  if (matchMedia(NARROW).matches) keepInSight(link, box);
  else setBeside(link, box);
}

/** Beside the number, inside the window, on the side with more room; what does not fit scrolls within. */
function setBeside(link, box) {
  const lines = [...link.getClientRects()];
  const { clientWidth, clientHeight } = document.documentElement;
  const above = lines[0].top - 2 * GAP;
  const below = clientHeight - lines.at(-1).bottom - 2 * GAP;
  const under = below >= box.offsetHeight || below >= above;
  box.style.maxHeight = `${Math.max(under ? below : above, 0)}px`;
  const top = under ? lines.at(-1).bottom + GAP : lines[0].top - GAP - box.offsetHeight;
  const left = Math.max(GAP, Math.min(lines.at(-1).left, clientWidth - box.offsetWidth - GAP));
  box.style.top = `${top + scrollY}px`;
  box.style.left = `${left + scrollX}px`;
}

/** The page moves up by as much as the sheet would cover of the number; it is made longer, so that it can. */
function keepInSight(link, box) {
  document.body.style.paddingBottom = `${box.offsetHeight}px`;
  const covered = link.getBoundingClientRect().bottom + GAP - box.getBoundingClientRect().top;
  if (covered > 0) scrollBy(0, covered);
}
