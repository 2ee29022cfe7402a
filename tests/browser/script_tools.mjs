// Copying the citation, and the files that a page makes.
import { readFileSync } from "node:fs";
import { open } from "./chromium.mjs";

async function copying(browser, file) {
  const seen = {};
  for (const [name, allow] of [["allowed", true], ["refused", false], ["absent", undefined]]) {
    const { page, context } = await open(browser, file);
    await page.evaluate((allow) => {
      window.copied = [];
      const writeText = (text) => (allow ? (copied.push(text), Promise.resolve()) : Promise.reject(new Error("refused")));
      Object.defineProperty(navigator, "clipboard", { value: allow === undefined ? undefined : { writeText } });
    }, allow);
    await page.getByRole("button", { name: "Copy citation" }).click();
    await page.waitForFunction(() => document.querySelector(".done").textContent);
    seen[name] = await page.evaluate(() => ({ copied, selected: String(getSelection()).replace(/\s+/g, " "), told: document.querySelector(".done").textContent }));
    await context.close();
  }
  return seen;
}

/** The clipboard of the browser itself. */
async function clipboard(browser, file) {
  const { page, context } = await open(browser, file);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy citation" }).click();
  await page.waitForFunction(() => document.querySelector(".done").textContent);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  return text;
}

export async function downloads(browser, file) {
  const { page, context, heard } = await open(browser, file, { acceptDownloads: true });
  const files = {};
  for (const kind of ["CSV", "JSON"]) {
    const made = page.waitForEvent("download");
    await page.getByRole("button", { name: kind }).click();
    const download = await made;
    files[kind] = { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }
  await context.close();
  return { files, messages: heard.messages };
}

export const tools = { copying, clipboard, downloads };
