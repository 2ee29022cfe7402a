// What the page knows of its numbers: the block of data at its end.

const trails = readTrails();

/** Facts, inputs and sources by name. A block that cannot be read counts as empty: links to the annex are left. */
function readTrails() {
  let read = {};
  try {
    read = JSON.parse(document.getElementById('trails').textContent);
  } catch {
    read = {};
  }
  const part = (name) => (read?.[name] instanceof Object ? read[name] : {});
  return { facts: part('facts'), inputs: part('inputs'), sources: part('sources') };
}

/** The record called `name` among the facts, inputs or sources; undefined where there is none. */
function recordOf(kind, name) {
  return Object.hasOwn(trails[kind], name) ? trails[kind][name] : undefined;
}

/** The fact behind a link of a number, where this page knows it. */
function factBehind(link) {
  const id = link.closest('data[data-fact]')?.dataset.fact;
  return id !== undefined && recordOf('facts', id) ? id : undefined;
}
