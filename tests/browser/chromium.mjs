// One Chromium, offline, for all that a check does. PEACEBRIEF_CHROMIUM names the program.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

// How long to wait for an element, in milliseconds: on a busy machine a page may be drawn late.
const PATIENCE = 300_000;

/** What `work(browser)` gives; the browser is closed whatever happens. */
export async function withChromium(work) {
  const browser = await chromium.launch({ executablePath: process.env.PEACEBRIEF_CHROMIUM });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of our own file, and what it said and asked for while it was open. */
export async function open(browser, file, settings = {}) {
  const context = await browser.newContext({ offline: true, ...settings });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const heard = { messages: [], requests: [] };
  page.on("console", (message) => heard.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.messages.push(`error: ${error.message}`));
  page.on("request", (request) => heard.requests.push(request.url().slice(0, 200)));
  const address = pathToFileURL(file).href;
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  return { page, context, heard, address };
}

/** The answers of `work(item)` in the order of the items, `width` of them at work at a time. */
export async function inParallel(items, width, work) {
  const answers = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const place = next++;
      answers[place] = await work(items[place]);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}

/** Writes the answer of a check where the caller reads it. */
export function say(answer) {
  process.stdout.write(JSON.stringify(answer));
}
