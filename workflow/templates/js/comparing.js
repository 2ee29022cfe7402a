// One switch for all tables of the page: which options stand side by side.

function startComparing() {
  const marked = [...document.querySelectorAll('table [data-option]')];
  const names = namesOfOptions(marked);
  if (names.size < 2) return;
  const boxes = [...names].map(([option, name]) => choiceOf(option, name));
  const update = () => compare(marked, boxes.map((label) => label.querySelector('input')), names);
  const choices = make('fieldset', { class: 'compare', 'data-script': '' }, make('legend', {}, '«script.compare_options»'), ...boxes);
  choices.addEventListener('change', update);
  const table = marked[0].closest('table');
  (table.closest('.scrolled') ?? table).before(choices);
}

/** The options in the order of the page, each by the shortest of its headings. */
function namesOfOptions(marked) {
  const names = new Map();
  for (const element of marked) {
    const heading = element.matches('tr') ? element.querySelector('th') : element.closest('thead') && element;
    if (!heading) continue;
    const words = wordsOf(heading);
    const known = names.get(element.dataset.option);
    if (known === undefined || words.length < known.length) names.set(element.dataset.option, words);
  }
  return names;
}

function choiceOf(option, name) {
  const box = make('input', { type: 'checkbox', value: option, autocomplete: 'off' });
  box.checked = true;
  return make('label', {}, box, ` ${name}`);
}

/** Shows the chosen options alone. The last one chosen stays: a table without options says nothing. */
function compare(marked, boxes, names) {
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  for (const box of boxes) box.disabled = chosen.length === 1 && box.checked;
  for (const element of marked) {
    const { option } = element.dataset;
    element.hidden = names.has(option) && !chosen.includes(option);
  }
  announce(`«script.options_shown chosen=${chosen.length} all=${boxes.length} names=${chosen.map((option) => names.get(option)).join(', ')}»`);
}
