// How tables sort, and how options are compared.
import { open } from "./chromium.mjs";

const rowsOf = (page, table) => page.$$eval(`${table} tbody tr`, (rows) => rows.map((row) => row.cells[0].textContent.trim()));
const said = (page) => page.locator(".announced").textContent();

/** Every column of every sortable table of a page, its button pressed three times. */
export async function sorting(browser, file) {
  const { page, context } = await open(browser, file, { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => document.querySelectorAll("table.data tbody tr").forEach((row, place) => (row.printed = place)));
  const tables = await page.evaluate(() => {
    const state = (table) => ({
      rows: [...table.tBodies[0].rows].map(({ printed }) => printed),
      sorts: [...table.tHead.rows[0].cells].map((head) => head.getAttribute("aria-sort")),
      told: document.querySelector(".announced").textContent,
    });
    const press = (table, button) => { button.click(); return state(table); };
    return Object.fromEntries([...document.querySelectorAll("table.data")].map((table) => [table.id, {
      printed: [...table.tBodies[0].rows].map(({ printed }) => printed),
      columns: [...table.querySelectorAll("thead .sort")].map((button) => [press(table, button), press(table, button), press(table, button)]),
    }]));
  });
  await context.close();
  return tables;
}

async function byKeyboard(browser, file) {
  const { page, context } = await open(browser, file);
  const button = page.getByRole("columnheader", { name: "Role" }).getByRole("button", { name: "Role" });
  await button.focus();
  await page.keyboard.press("Enter");
  const once = await rowsOf(page, "#table-mixed");
  await page.keyboard.press("Space");
  const twice = await rowsOf(page, "#table-mixed");
  const focused = await button.evaluate((one) => one === document.activeElement);
  await context.close();
  return { once, twice, focused };
}

async function comparing(browser, file) {
  const { page, context } = await open(browser, file);
  const seen = [];
  const note = async () => seen.push({
    heads: await page.$$eval("#table-columns thead th", (cells) => cells.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())),
    cells: await page.$$eval("#table-columns tbody tr:first-child > *", (cells) => cells.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())),
    rows: await page.$$eval("#table-rows tbody tr", (rows) => rows.filter((one) => one.checkVisibility()).map((one) => one.cells[0].textContent.trim())),
    fixed: await page.$$eval(".compare input:disabled", (boxes) => boxes.map(({ value }) => value)),
    told: await said(page),
  });
  const group = page.getByRole("group", { name: "Compare options" });
  const names = await group.getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => box.parentElement.textContent.trim()));
  await note();
  await group.getByLabel("UN mission").uncheck();
  await note();
  await group.getByLabel("Layered").focus();
  await page.keyboard.press("Space");
  await note();
  await group.getByLabel("UN mission").check();
  await note();
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.hash]);
  await page.reload();
  await note();
  await context.close();
  return { names, seen, kept };
}

export const tables = { sorting, byKeyboard, comparing };
