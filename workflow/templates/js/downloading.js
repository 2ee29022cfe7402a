// The numbers of the page as a file, made here from what the page holds. Nothing is fetched.

const FORMULA_START = /^[=+\-@\t\r]/;

function factsAsJson() {
  return `${JSON.stringify(trails, null, 1)}\n`;
}

/** One row for each fact of the page, with what it rests on and its sources in words. */
function factsAsCsv() {
  const rows = Object.entries(trails.facts).map(([id, fact]) => [
    id, fact.label, fact.value, fact.number, fact.unit, fact.method, fact.mark, fact.annex,
    (fact.inputs ?? []).join(';'),
    (fact.sources ?? []).map((key) => recordOf('sources', key)?.short ?? key).join(';'),
  ]);
  const heads = ['fact', 'label', 'value', 'number', 'unit', 'method', 'mark', 'annex', 'rests_on', 'sources'];
  return [heads, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** A cell; text that a spreadsheet would run begins with an apostrophe, as in the published tables. */
function csvCell(value) {
  const text = String(value ?? '');
  const numeric = text.trim() !== '' && Number.isFinite(Number(text));
  const safe = FORMULA_START.test(text) && !numeric ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function download(kind, type, text) {
  const page = location.pathname.split('/').at(-1).replace(/\.html$/, '') || 'index';
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make('a', { href: address, download: `${page}_numbers.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  announce(`${page}_numbers.${kind} made.`, done);
}
