// Buttons at the end of the page: the citation to the clipboard, the numbers of the page as files.

const done = make('p', { class: 'done', role: 'status' });

function startTools() {
  const citation = document.getElementById('citation');
  const numbers = Object.keys(trails.facts).length > 0;
  const tools = make('div', { class: 'tools', 'data-script': '' });
  if (citation) tools.append(makeButton('«script.copy_citation»', () => copyWords(citation)));
  if (numbers) {
    tools.append(makeButton('«script.numbers_as_csv»', () => download('csv', 'text/csv', factsAsCsv())));
    tools.append(makeButton('«script.numbers_as_json»', () => download('json', 'application/json', factsAsJson())));
  }
  if (!tools.childElementCount) return;
  tools.append(done);
  (document.querySelector('footer.colophon') ?? document.body).append(tools);
}

/** Copies the words; where the browser does not let us, selects them, so that the reader can. */
async function copyWords(element) {
  try {
    await navigator.clipboard.writeText(wordsOf(element));
    announce('«script.citation_copied»', done);
  } catch {
    getSelection().selectAllChildren(element);
    announce('«script.citation_selected»', done);
  }
}
