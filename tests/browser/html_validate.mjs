// html_validate.mjs FILE...: what html-validate finds in each file, by its own presets.
import { createRequire } from "node:module";
import { say } from "./chromium.mjs";

// The package's entry for modules loads by far slower than the one for `require`.
const { HtmlValidate, StaticConfigLoader } = createRequire(import.meta.url)("html-validate");

const rules = {
  // The ids of rows are names of facts and assumptions, which hold dots and slashes; HTML allows every character but space.
  "valid-id": ["error", { relaxed: true }],
  // A title is the case's name and the option's, as the analyst wrote them; seventy characters is what a search engine shows.
  "long-title": "off",
};
const presets = ["html-validate:recommended", "html-validate:document", "html-validate:a11y"];
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: presets, rules }));

const found = {};
for (const file of process.argv.slice(2)) {
  const { results } = await validator.validateFile(file);
  found[file] = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, line }) => ({ rule: ruleId, element: selector ?? `line ${line}`, problem: message })),
  );
}
say(found);
