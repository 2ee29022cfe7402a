// Tables sort by a column: rising, falling, and back to the order in which they were printed.

// Two rows are compared at a glance.
const FEWEST_ROWS = 3;
const NEXT_ORDER = { none: 'ascending', ascending: 'descending', descending: 'none' };
const LEADING_NUMBER = /^[^\p{L}\d]*?([-\u2212]?)(\d[\d,]*(?:\.\d+)?)(?:\s*(million|billion|trillion))?/u;
const SCALES = { million: 1e6, billion: 1e9, trillion: 1e12 };

function startSorting() {
  for (const table of document.querySelectorAll('table.data')) {
    if (canSort(table)) giveButtons(table);
  }
}

/** Registers, tables in groups and tables of nothing but words keep the order in which they are read. */
function canSort(table) {
  const plain = !table.matches('.register') && !table.querySelector('[colspan], [rowspan]');
  const whole = table.tHead?.rows.length === 1 && table.tBodies.length === 1 && table.tBodies[0].rows.length >= FEWEST_ROWS;
  return plain && whole && table.querySelector('thead .number, td .verdict') !== null;
}

function giveButtons(table) {
  const printed = [...table.tBodies[0].rows];
  for (const head of table.tHead.rows[0].cells) {
    const words = wordsOf(head);
    if (!words) continue;
    const sort = () => sortBy(head, printed, words);
    if (head.querySelector('a, button')) {
      head.append(makeButton('', sort, { class: 'sort', 'aria-label': `«script.sort_by column=${words}»`, 'data-script': '' }));
    } else {
      const button = makeButton('', sort, { class: 'sort' });
      button.append(...head.childNodes);
      head.append(button);
    }
  }
}

function sortBy(head, printed, words) {
  const order = NEXT_ORDER[head.getAttribute('aria-sort') ?? 'none'];
  for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
  if (order !== 'none') head.setAttribute('aria-sort', order);
  const rows = order === 'none' ? printed : inOrder(printed, head.cellIndex, order === 'ascending' ? 1 : -1);
  head.closest('table').tBodies[0].append(...rows);
  announce(order === 'none' ? '«script.printed_order»' : `«script.sorted_by column=${words} order=${order}»`);
}

/** Rows by their cell in a column. What is not known comes last in either direction; equals keep the printed order. */
function inOrder(rows, column, direction) {
  const cells = rows.map((row) => row.cells[column]);
  const keys = keysOf(cells);
  const known = [...rows.keys()].filter((place) => keys[place] !== undefined);
  const unknown = [...rows.keys()].filter((place) => keys[place] === undefined);
  known.sort((one, other) => direction * compareKeys(keys[one], keys[other]));
  return [...known, ...unknown].map((place) => rows[place]);
}

/** What each cell sorts by: days if all cells are days, else machine values, else numbers in the text, else words. */
function keysOf(cells) {
  const words = cells.map((cell) => wordsOf(cell).replace(/^[-\u2013\u2014]$/, ''));
  for (const way of [dayOf, machineNumber, leadingNumber]) {
    const keys = cells.map((cell, place) => (words[place] ? way(words[place], cell) : undefined));
    if (keys.every((key, place) => key !== undefined || !words[place])) return keys;
  }
  return words.map((text) => text || undefined);
}

/** A day, of which the year comes first so that its letters sort. */
function dayOf(words, cell) {
  return cell.querySelector('time')?.dateTime ?? /^\d{4}-\d\d(-\d\d)?$/.exec(words)?.[0];
}

/** The first number behind a printed fact, where the cell begins with one. */
function machineNumber(words, cell) {
  const value = Number.parseFloat(cell.querySelector('data')?.value ?? '');
  return Number.isNaN(value) ? undefined : value;
}

function leadingNumber(words) {
  const [, sign, digits, scale] = LEADING_NUMBER.exec(words) ?? [];
  if (digits === undefined) return undefined;
  return (sign ? -1 : 1) * Number(digits.replaceAll(',', '')) * (SCALES[scale] ?? 1);
}

function compareKeys(one, other) {
  return typeof one === 'number' ? one - other : one.localeCompare(other, 'en-GB', { numeric: true });
}
