// script_visit.mjs FOLDER: what the script does on the pages of the trial in the folder, all in one Chromium.
import { say, withChromium } from "./chromium.mjs";
import { panel } from "./script_panel.mjs";
import { safety } from "./script_safety.mjs";
import { tables } from "./script_tables.mjs";
import { tools } from "./script_tools.mjs";

const folder = process.argv[2];
const found = await withChromium(async (browser) => {
  const run = async (group, page) => {
    const answers = {};
    for (const [name, behaviour] of Object.entries(group)) answers[name] = await behaviour(browser, `${folder}/${page ?? name}.html`);
    return answers;
  };
  const { withoutScripts, ...attacks } = safety;
  return {
    panel: await run(panel, "trial"),
    tables: await run(tables, "trial"),
    tools: await run(tools, "trial"),
    safety: { ...(await run({ withoutScripts }, "trial")), ...(await run(attacks)), changed: await safety.foreign(browser, `${folder}/changed.html`) },
  };
});
say(found);
