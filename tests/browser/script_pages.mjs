// script_pages.mjs FILE...: on published pages, what every number opens, how every table sorts, what is downloaded.
import { inParallel, open, say, withChromium } from "./chromium.mjs";
import { sorting } from "./script_tables.mjs";
import { downloads } from "./script_tools.mjs";

function openedPanels() {
  return [...document.querySelectorAll("a.trail")].map((number) => {
    number.scrollIntoView({ block: "center" });
    const fact = number.closest("data").dataset.fact;
    if (!number.hasAttribute("aria-expanded")) return { fact };
    number.click();
    const box = document.querySelector("[role=dialog]");
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight + 0.5;
    const panel = {
      fact,
      inside,
      value: box.querySelector(".panel-value").textContent,
      row: box.querySelector(".panel-row a")?.getAttribute("href"),
      links: [...box.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    };
    number.click();
    return panel;
  });
}

async function visit(browser, file) {
  const { page, context, heard } = await open(browser, file, { viewport: { width: 1280, height: 800 } });
  const panels = await page.evaluate(openedPanels);
  const data = await page.locator("#trails").count();
  await context.close();
  const { files, messages } = data ? await downloads(browser, file) : { files: null, messages: [] };
  return { panels, tables: await sorting(browser, file), files, messages: [...heard.messages, ...messages] };
}

const files = process.argv.slice(2);
const found = await withChromium((browser) => inParallel(files, 2, (file) => visit(browser, file)));
say(Object.fromEntries(files.map((file, place) => [file, found[place]])));
