// What somebody else's tools make of words: which of them no British dictionary knows, and how many syllables each has.
// Usage: words.mjs FILE, which holds one word a line; words.txt beside it holds the names that the project uses.
import { readFileSync } from "node:fs";
import { spellCheckDocument } from "cspell-lib";
import { syllable } from "syllable";
import { say } from "./chromium.mjs";

const lines = (file) => readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const words = lines(process.argv[2]);
const dictionary = new URL("node_modules/@cspell/dict-en-gb/en_GB.trie.gz", import.meta.url).pathname;

const found = await spellCheckDocument(
  { uri: "words.txt", text: words.join("\n"), languageId: "plaintext", locale: "en-GB" },
  { generateSuggestions: false, noConfigSearch: true },
  {
    loadDefaultConfiguration: false,
    language: "en-GB",
    maxNumberOfProblems: 100000,
    maxDuplicateProblems: 1,
    dictionaryDefinitions: [{ name: "british", path: dictionary }],
    dictionaries: ["british"],
    words: lines(new URL("words.txt", import.meta.url)),
  },
);
say({
  unknown: found.issues.map((issue) => issue.text),
  syllables: Object.fromEntries(words.map((word) => [word, syllable(word)])),
});
