// heard.mjs FILE: the accessibility tree of a page read in order, as a screen reader would: role, name, level, state.
import { open, say, withChromium } from "./chromium.mjs";

// Boxes without a meaning, and the runs of letters of a line: never spoken of.
const SILENT = new Set(["none", "generic", "paragraph", "RootWebArea", "rowgroup", "LineBreak", "sectionheader", "sectionfooter", "strong", "emphasis", "superscript", "time"]);
const UNHEARD = new Set(["InlineTextBox", "ListMarker"]);
// What is read on within the sentence in which it stands.
const INLINE = new Set(["link", "button", "doc-noteref", "docNoteRef", "doc-backlink", "docBackLink", "Abbr", "abbr", "code"]);
const STATES = ["level", "expanded", "pressed", "checked", "selected", "disabled", "sort"];

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").replace(/ (?=[,.;:?)])/g, "").replace(/\( /g, "(").trim();

function spoken(node) {
  const states = (node.properties ?? []).filter(({ name, value }) => STATES.includes(name) && value.value !== false);
  // The level of a list item is the depth that the indent shows already.
  const told = states.filter(({ name }) => name !== "level" || node.role.value === "heading");
  return `${node.role.value}${told.map(({ name, value }) => ` (${name} ${value.value})`).join("")}`;
}

/** The lines heard, each indented by how deep it lies in what is spoken of; a sentence with its links is one line. */
function linesOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  let sentence = "";
  const flush = (depth) => {
    if (tidy(sentence)) lines.push(`${"  ".repeat(depth)}${tidy(sentence)}`);
    sentence = "";
  };
  const readChildren = (node, depth) => (node.childIds ?? []).forEach((id) => byId.has(id) && read(byId.get(id), depth));
  const read = (node, depth) => {
    const role = node.role?.value ?? "none";
    const name = tidy(node.name?.value);
    if (UNHEARD.has(role)) return;
    if (role === "StaticText") sentence += node.name.value;
    else if (INLINE.has(role) && !node.ignored) sentence += ` [${spoken(node)}: ${name}] `;
    else if (node.ignored || SILENT.has(role)) {
      if (role === "paragraph") flush(depth);
      sentence += " ";
      readChildren(node, depth);
      sentence += " ";
      if (role === "paragraph") flush(depth);
    } else {
      flush(depth);
      const place = lines.length;
      lines.push("");
      // A picture is a leaf to assistive technology, whatever it is drawn with: its name is all that is heard.
      if (role !== "image") readChildren(node, depth + 1);
      flush(depth + 1);
      // What is named by its own text says it once.
      const plain = (line) => tidy(line.replace(/\[[^\]:]*: ([^\]]*)\]/g, "$1"));
      const alone = lines.length === place + 2 && plain(lines[place + 1]) === plain(name || lines[place + 1]);
      const said = alone ? tidy(lines.pop()) : name;
      lines[place] = `${"  ".repeat(depth)}${spoken(node)}${said ? `: ${said}` : ""}`;
    }
  };
  const root = nodes.find((node) => !node.parentId);
  readChildren(root, 0);
  flush(0);
  return [`page: ${root.name.value}`, ...lines];
}

const lines = await withChromium(async (browser) => {
  const { page, context } = await open(browser, process.argv[2], { viewport: { width: 1280, height: 900 } });
  const debug = await context.newCDPSession(page);
  const { nodes } = await debug.send("Accessibility.getFullAXTree");
  return linesOf(nodes);
});
say(lines);
