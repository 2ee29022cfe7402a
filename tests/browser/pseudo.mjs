// pseudo.mjs FILE...: the layout of each page on a desk and on a phone.
import { inParallel, open, say, withChromium } from "./chromium.mjs";
import { layoutFaults } from "./layout.mjs";

const SCREENS = { desk: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } };

async function visited(browser, file) {
  const faults = {};
  for (const [name, viewport] of Object.entries(SCREENS)) {
    const { page, context } = await open(browser, file, { viewport });
    faults[name] = await layoutFaults(page);
    await context.close();
  }
  return faults;
}

const files = process.argv.slice(2);
const found = await withChromium((browser) => inParallel(files, 2, (file) => visited(browser, file)));
say(Object.fromEntries(files.map((file, place) => [file, found[place]])));
