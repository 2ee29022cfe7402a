// visit.mjs FILE...: every page in every mode, with all that is looked for there. Two pages are open at a time.
import { axeFindings, bringAxe } from "./axe.mjs";
import { inParallel, open, say, withChromium } from "./chromium.mjs";
import { faintTexts } from "./contrast.mjs";
import { layoutFaults, withTextSpacing } from "./layout.mjs";
import { tabFaults } from "./tab_walk.mjs";
import { foreignLetters } from "./typefaces.mjs";

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };
const PLAIN = { colorScheme: "light", forcedColors: "none" };
const MODES = {
  light: { screen: DESK, media: PLAIN },
  dark: { screen: DESK, media: { ...PLAIN, colorScheme: "dark" } },
  narrow: { screen: PHONE, media: PLAIN },
  zoomed: { screen: { width: 640, height: 450 }, scale: 2, media: PLAIN },
  forced_colours: { screen: DESK, media: { colorScheme: "dark", forcedColors: "active" } },
};
// axe-core needs twenty seconds a mode for a page of so many elements, whatever rules are asked for: it looks at such a page
// in two modes only. What colours and widths do to it in the others is found by contrast.mjs and layout.mjs.
const LARGE = 30_000;
const ENOUGH_FOR_LARGE = ["light", "narrow"];

async function changeTo(page, debug, { screen, scale = 1, media }) {
  await page.emulateMedia(media);
  await debug.send("Emulation.setDeviceMetricsOverride", { ...screen, deviceScaleFactor: scale, mobile: false });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function visit(browser, file) {
  const { page, context, heard, address } = await open(browser, file, { viewport: DESK });
  const debug = await context.newCDPSession(page);
  await bringAxe(page);
  const large = (await page.evaluate(() => document.querySelectorAll("*").length)) > LARGE;
  const found = { axe: {}, layout: {}, contrast: {}, spacing: {} };
  for (const [mode, settings] of Object.entries(MODES)) {
    await changeTo(page, debug, settings);
    if (!large || ENOUGH_FOR_LARGE.includes(mode)) found.axe[mode] = await axeFindings(page, { lookOnly: mode !== "light" });
    found.layout[mode] = await layoutFaults(page);
    found.contrast[mode] = await faintTexts(page);
    if (mode === "light" || mode === "narrow") found.spacing[mode] = await withTextSpacing(page, () => layoutFaults(page));
  }
  await changeTo(page, debug, MODES.light);
  found.letters = await foreignLetters(page, debug);
  found.tabs = await tabFaults(page, debug);
  await context.close();
  const asked = heard.requests.filter((one) => one !== address && !one.startsWith("data:"));
  return { ...found, messages: heard.messages, requests: asked };
}

const files = process.argv.slice(2);
const found = await withChromium((browser) => inParallel(files, 2, (file) => visit(browser, file)));
say(Object.fromEntries(files.map((file, place) => [file, found[place]])));
