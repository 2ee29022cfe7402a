// hostile_text.mjs PAGE...: each page opened and its numbers asked where they come from; whether any text in it acted.
import { inParallel, open, say, withChromium } from "./chromium.mjs";

const NUMBERS_ASKED = 12;

/** What the page holds that is no text, in the page itself. */
function heldByPage() {
  const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
  const all = [...document.querySelectorAll("*")];
  const attributes = all.flatMap((element) => [...element.attributes].map(({ name }) => name));
  return {
    title: document.title,
    text: document.body.textContent,
    scripts: [...document.scripts].map((script) => script.type || "own").sort(),
    styles: document.querySelectorAll("style").length,
    active: document.querySelectorAll("iframe, object, embed, form, link, base, img, video, audio, foreignObject").length,
    listeners: attributes.filter((name) => name.startsWith("on")),
    schemes: [...document.links].map((link) => SCHEME.exec(link.getAttribute("href").trim())?.[0]).filter(Boolean),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    shown: getComputedStyle(document.querySelector("main")).display !== "none",
  };
}

async function visited(browser, file) {
  const { page, context, heard, address } = await open(browser, file, { viewport: { width: 320, height: 800 } });
  const dialogs = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await page.reload({ waitUntil: "load" });
  const numbers = await page.locator("a.trail").all();
  for (const number of numbers.slice(0, NUMBERS_ASKED)) {
    await number.evaluate((link) => link.click());
  }
  const held = await page.evaluate(heldByPage);
  const requests = heard.requests.filter((one) => one.split("#")[0] !== address && !one.startsWith("data:font/"));
  await context.close();
  return { ...held, dialogs, messages: heard.messages, requests };
}

await withChromium(async (browser) => {
  const files = process.argv.slice(2);
  const found = await inParallel(files, 2, (file) => visited(browser, file));
  say(Object.fromEntries(files.map((file, place) => [file, found[place]])));
});
