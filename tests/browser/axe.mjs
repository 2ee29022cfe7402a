// What axe-core finds: WCAG 2.2 A and AA and its best practices.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LIBRARY = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What the look of a page decides; the other rules read the document, which is the same in every mode.
const LOOK = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "css-orientation-lock", "bypass", "skip-link"];

/** Gives the page axe-core; our policy for scripts stays in force, since this is the debugger's own. */
export async function bringAxe(page) {
  await page.evaluate(`${LIBRARY};null`);
}

/** Rule, element and what is wrong, of all rules or of those that the look decides. */
export async function axeFindings(page, { lookOnly = false } = {}) {
  const runOnly = lookOnly ? { type: "rule", values: LOOK } : { type: "tag", values: TAGS };
  return page.evaluate(async (runOnly) => {
    const report = await axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"] });
    const told = (results, known) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any, all, none }) => ({
          rule: id,
          element: target.join(" "),
          problem: [...any, ...all, ...none].map(({ message }) => message).join("; "),
          known,
        })),
      );
    // What axe leaves open is decided here. Where it cannot see the ground of a text, contrast.mjs computes it. The label of
    // an arrow is words, of which a sign can be no part. A head that spans a row of its own heads the rows below it in its body.
    const sign = (one) => !/[\p{L}\p{N}]/u.test(one.textContent);
    const alone = (row) => row.cells.length === 1 && row.cells[0].tagName === "TH";
    const heads = (row) => row.cells[0].scope === "rowgroup" && row.sectionRowIndex === 0 && row.parentElement.rows.length > 1;
    const decisions = {
      "color-contrast": () => true,
      "label-content-name-mismatch": sign,
      "th-has-data-cells": (table) => [...table.rows].filter(alone).every(heads),
    };
    const decided = (id, { target }) => decisions[id]?.(document.querySelector(target[0]));
    const open = report.incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !decided(id, node)) }));
    return [...told(report.violations, true), ...told(open, false)];
  }, runOnly);
}
