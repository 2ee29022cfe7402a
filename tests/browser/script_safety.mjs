// What runs and what does not: without scripts, with hostile data, with scripts that are not ours.
import { open } from "./chromium.mjs";
import { look } from "./script_panel.mjs";

const NUMBER = "#first a.trail";
const made = (page) => page.evaluate(() => document.querySelectorAll("button, input, fieldset, [data-script], [aria-expanded], [role=status]").length);

async function withoutScripts(browser, file) {
  const { page, context } = await open(browser, file, { javaScriptEnabled: false });
  const controls = await page.locator("button, input, fieldset, [data-script], [aria-expanded], [role=status]").count();
  await page.locator(NUMBER).first().click();
  await page.waitForURL(/annex/);
  const row = await page.locator(":target").textContent();
  await context.close();
  return { controls, row };
}

/** A page whose data try to run something: what its panel shows, and whether anything ran. */
async function hostile(browser, file) {
  const { page, context, heard } = await open(browser, file);
  await page.locator(NUMBER).first().click();
  await page.locator("summary").click();
  const seen = await look(page);
  const hacked = await page.evaluate(() => window.hacked ?? null);
  await context.close();
  return { ...seen, hacked, messages: heard.messages };
}

/** A page with scripts and handlers that are not ours. */
async function foreign(browser, file) {
  const { page, context, heard } = await open(browser, file);
  await page.locator("h1").click();
  const hacked = await page.evaluate(() => window.hacked ?? null);
  const answer = { hacked, controls: await made(page), messages: heard.messages };
  await context.close();
  return answer;
}

/** A page whose data cannot be read: its links still lead to the annex. */
async function broken(browser, file) {
  const { page, context, heard } = await open(browser, file);
  const buttons = await page.getByRole("button").allTextContents();
  await page.locator(NUMBER).first().click();
  await page.waitForURL(/annex/);
  const went = new URL(page.url()).hash;
  await context.close();
  return { buttons, went, messages: heard.messages };
}

export const safety = { withoutScripts, hostile, foreign, broken };
