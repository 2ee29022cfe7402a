// Where a number comes from, in words: what the panel holds.

// A verdict rests on a hundred sources; more than these are folded away.
const SOURCES_SHOWN = 8;

/** The parts of the panel for the fact `id`; `follow(id)` is asked for where another fact is wanted. */
function provenanceOf(id, follow) {
  const fact = recordOf('facts', id);
  const row = make('p', { class: 'panel-row' }, makeLink('«script.row_in_annex»', fact.annex));
  if (fact.mark) row.append(` «script.marked mark=${fact.mark}»`);
  return [
    make('p', { class: 'panel-value' }, fact.shown ?? `${fact.value} ${fact.unit ?? ''}`.trim()),
    ...told('panel-word', fact.word),
    row,
    ...section('«script.worked_out»', [...told('panel-method', fact.method), ...told('panel-note', fact.note)]),
    ...section('«script.rests_on»', listed('panel-inputs', (fact.inputs ?? []).map((origin) => inputOf(origin, follow)))),
    ...section('«script.sources»', folded((fact.sources ?? []).map(sourceOf))),
  ];
}

function told(name, words) {
  return words ? [make('p', { class: name }, words)] : [];
}

function section(title, content) {
  return content.length ? [make('h3', {}, title), ...content] : [];
}

function listed(name, items) {
  return items.length ? [make('ul', { class: name }, ...items)] : [];
}

function folded(items) {
  const list = listed('panel-sources', items);
  if (items.length <= SOURCES_SHOWN) return list;
  return [make('details', {}, make('summary', {}, `«script.all_sources count=${items.length}»`), ...list)];
}

/** One thing a fact rests on: its name, its range, how it is known and by which sources. */
function inputOf(origin, follow) {
  const other = origin.startsWith('fact:') ? origin.slice('fact:'.length) : undefined;
  const record = recordOf('inputs', origin) ?? recordOf('facts', other) ?? { label: origin };
  const item = make('li', {}, nameOf(record, other, follow));
  const range = record.range ?? record.value;
  if (range) item.append(': ', make('span', { class: 'panel-range' }, range));
  if (record.basis) item.append(` (${record.basis})`);
  const sources = other === undefined ? (record.sources ?? []).slice(0, SOURCES_SHOWN) : [];
  sources.forEach((key, place) => item.append(place ? ', ' : ' \u2013 ', ...namedSource(key)));
  if (sources.length < record.sources?.length && sources.length) item.append(' «script.and_more»');
  return item;
}

function nameOf(record, other, follow) {
  if (other === undefined || !recordOf('facts', other)) return makeLink(record.label, record.href ?? record.annex ?? '');
  return makeButton(record.label, () => follow(other), { class: 'panel-fact' });
}

/** A source by its short name, linked to the source itself, with what to be careful about. */
function namedSource(key) {
  const source = recordOf('sources', key) ?? { short: key };
  const marks = source.marks?.length ? [' ', make('span', { class: 'mark' }, `[${source.marks.join('; ')}]`)] : [];
  return [makeLink(source.short, source.url ?? ''), ...marks];
}

function sourceOf(key) {
  const full = recordOf('sources', key)?.full;
  return make('li', {}, ...namedSource(key), ...(full ? [make('span', { class: 'panel-full' }, full)] : []));
}
