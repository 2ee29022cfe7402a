// print.mjs FOLDER FILE...: each page as Chromium prints it, in the folder, and what lies beside the paper.
import path from "node:path";
import { inParallel, open, say, withChromium } from "./chromium.mjs";

const [folder, ...files] = process.argv.slice(2);

/** Tables and pictures that are wider than the column they are printed in: the paper would cut them off. */
async function cutOff(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const one of document.querySelectorAll("table, svg, figure")) {
      if (!one.checkVisibility()) continue;
      const holder = one.closest(".scrolled, .picture") ?? one.parentElement;
      const { right } = holder.getBoundingClientRect();
      const beyond = one.getBoundingClientRect().right - Math.min(right, document.scrollingElement.clientWidth);
      if (beyond > 1) faults.push({ element: `${one.tagName.toLowerCase()}#${one.id || holder.id}`, problem: `${Math.round(beyond)} px lie beyond the edge of the paper` });
    }
    return faults;
  });
}

async function print(browser, file, place) {
  const { page, context } = await open(browser, file, { viewport: { width: 643, height: 900 } });
  await page.emulateMedia({ media: "print" });
  const faults = await cutOff(page);
  const controls = await page.evaluate(() => [...document.querySelectorAll("button:not(th button), input, select, .skip, .note-return, [data-script]")].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));
  const target = path.join(folder, `${place}.pdf`);
  await page.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
  await context.close();
  return { pdf: target, faults, controls };
}

const places = files.map((file, place) => ({ file, place }));
const printed = await withChromium((browser) => inParallel(places, 2, ({ file, place }) => print(browser, file, place)));
say(Object.fromEntries(files.map((file, place) => [file, printed[place]])));
