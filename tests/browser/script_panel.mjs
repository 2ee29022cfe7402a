// How the panel of a number behaves: by pointer, by keyboard, by touch, at every place of the page.
import { axeFindings, bringAxe } from "./axe.mjs";
import { open } from "./chromium.mjs";

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const SIZES = { desk: [1280, 800], phone: [320, 640], zoomed: [640, 400], "zoomed four times": [320, 200] };
const NUMBER = "#first a.trail";

/** What is open, what it says, where the focus is. */
export const look = (page) =>
  page.evaluate(() => {
    const box = document.querySelector("[role=dialog]");
    const focus = document.activeElement;
    const links = [...document.querySelectorAll("a.trail")];
    return {
      open: box !== null,
      dialogs: document.querySelectorAll("[role=dialog]").length,
      label: box && document.getElementById(box.getAttribute("aria-labelledby")).textContent,
      text: box?.innerText.replace(/\s+/g, " "),
      links: [...(box?.querySelectorAll("a") ?? [])].map((link) => [link.textContent, link.getAttribute("href")]),
      elements: [...new Set([...(box?.querySelectorAll("*") ?? [])].map(({ localName }) => localName))].sort(),
      focus: box?.contains(focus) ? "panel" : links.includes(focus) ? `number ${links.indexOf(focus)}` : focus.localName,
      expanded: links.map((link) => link.getAttribute("aria-expanded")),
    };
  });

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  return look(page);
};

async function byPointer(browser, file) {
  const { page, context, heard, address } = await open(browser, file, DESK);
  const number = page.locator(NUMBER).first();
  const seen = { before: await look(page) };
  await number.click();
  seen.clicked = await look(page);
  await number.click();
  seen["clicked again"] = await look(page);
  await number.click();
  await page.getByRole("button", { name: "Close" }).click();
  seen.closed = await look(page);
  await number.click();
  await page.locator("h1").click();
  seen.elsewhere = await look(page);
  await number.click();
  await page.locator(NUMBER).nth(1).click();
  seen.other = await look(page);
  await number.click();
  await page.getByRole("button", { name: "Soldiers" }).click();
  seen.followed = await look(page);
  await page.getByRole("button", { name: "Back" }).click();
  seen.back = await look(page);
  await context.close();
  return { ...seen, messages: heard.messages, requests: heard.requests.filter((one) => one !== address && !one.startsWith("data:")) };
}

async function byKeyboard(browser, file) {
  const { page, context } = await open(browser, file, DESK);
  const number = page.locator(NUMBER).first();
  const seen = {};
  await number.focus();
  seen.enter = await press(page, "Enter");
  seen.escape = await press(page, "Escape");
  seen.space = await press(page, "Space");
  seen.scrolled = await page.evaluate(() => scrollY);
  seen["shift tab"] = await press(page, "Shift+Tab");
  await press(page, "Enter");
  seen.stops = 0;
  while ((seen.past = await press(page, "Tab")).focus === "panel" && seen.stops < 50) seen.stops++;
  await number.focus();
  seen["ctrl space"] = await press(page, "Control+Space");
  await context.close();
  return seen;
}

/** Clicks that ask for a new tab or window are the browser's; and a number without a trail is a plain link. */
async function byLink(browser, file) {
  const { page, context } = await open(browser, file, DESK);
  const seen = {};
  for (const [name, options] of [["control", { modifiers: ["Control"] }], ["shift", { modifiers: ["Shift"] }], ["middle", { button: "middle" }]]) {
    const opened = context.waitForEvent("page", { timeout: 5000 });
    await page.locator(NUMBER).first().click(options);
    const other = await opened;
    await other.waitForURL(/annex/);
    seen[name] = { went: new URL(other.url()).hash, panel: (await look(page)).open };
    await other.close();
  }
  await page.locator(NUMBER).nth(2).click();
  await page.waitForURL(/annex/);
  seen.unknown = new URL(page.url()).hash;
  await context.close();
  return seen;
}

async function byTouch(browser, file) {
  const { page, context } = await open(browser, file, PHONE);
  await page.locator(NUMBER).first().tap();
  const opened = await look(page);
  const sheet = await page.locator("[role=dialog]").boundingBox();
  await bringAxe(page);
  const axe = await axeFindings(page);
  await page.getByRole("button", { name: "Close" }).tap();
  const closed = await look(page);
  await context.close();
  return { opened, closed, sheet, axe };
}

/** Every number of the page in windows of several sizes: where its panel lies. */
async function everywhere(browser, file) {
  const { page, context } = await open(browser, file, DESK);
  const seen = {};
  for (const [name, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    seen[name] = await page.evaluate(placesOfPanels);
  }
  await context.close();
  return seen;
}

function placesOfPanels() {
  // Pages scroll by whole pixels, so that an edge may lie half a one outside.
  const inside = ({ left, right, top, bottom }) => left >= 0 && top >= -0.5 && right <= innerWidth && bottom <= innerHeight + 0.5;
  return [...document.querySelectorAll("a.trail[aria-expanded]")].map((number) => {
    number.scrollIntoView({ block: "nearest" });
    number.click();
    const [box, close] = ["[role=dialog]", ".panel-close"].map((one) => document.querySelector(one).getBoundingClientRect());
    const lines = [...number.getClientRects()];
    const covers = lines.some((line) => line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top);
    number.click();
    return { inside: inside(box), closable: inside(close), covers, inSight: lines.every(inside), height: box.height };
  });
}

async function lookedAtByAxe(browser, file) {
  const found = {};
  for (const colorScheme of ["light", "dark"]) {
    const { page, context } = await open(browser, file, { ...DESK, colorScheme });
    await page.locator(NUMBER).nth(1).click();
    await page.locator("summary").click();
    await bringAxe(page);
    found[colorScheme] = await axeFindings(page);
    await context.close();
  }
  return found;
}

export const panel = { byPointer, byKeyboard, byLink, byTouch, everywhere, lookedAtByAxe };
