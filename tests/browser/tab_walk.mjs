// A walk through the page with the Tab key, from its top to its end.

/** What is wrong on the way: elements passed over, seen twice, without a visible focus, or against the order of reading. */
export async function tabFaults(page, debug) {
  await page.evaluate(() => {
    const can = "a[href], button, input, select, textarea, summary, [tabindex]";
    window.stops = [...document.querySelectorAll(can)].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
    window.walked = [];
    window.unseen = new Set();
    addEventListener("focusin", ({ target }) => {
      walked.push(target);
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) unseen.add(target);
    });
    scrollTo(0, 0);
  });
  const expected = await page.evaluate(() => stops.length);
  // Sent many at a time: to wait for each would take minutes where there are thousands.
  const press = () => debug.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
  for (let pressed = 0; pressed < expected; pressed += 100)
    await Promise.all(Array.from({ length: Math.min(100, expected - pressed) }, press));
  return page.evaluate(() => {
    const faults = [];
    const named = (one) => `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : `.${one.className}`} "${one.textContent.trim().replace(/\s+/g, " ").slice(0, 50)}"`;
    const fault = (one, problem) => faults.push({ element: named(one), problem });
    const times = new Map();
    for (const one of walked) times.set(one, (times.get(one) ?? 0) + 1);
    for (const one of stops) if (!times.has(one)) fault(one, "the Tab key does not reach it");
    for (const [one, count] of times) if (count > 1) fault(one, `the Tab key comes to it ${count} times`);
    for (const one of unseen) fault(one, "nothing shows that it has the focus");
    const placed = walked.filter((one) => !one.matches(".skip")).map((one) => ({ one, box: one.getClientRects()[0] ?? one.getBoundingClientRect() }));
    placed.slice(1).forEach(({ one, box }, place) => {
      const before = placed[place];
      if (before.one.contains(one)) return;
      const above = box.bottom <= before.box.top + 1 && box.left < before.box.right - 1;
      const back = Math.abs(box.top - before.box.top) < 2 && box.right <= before.box.left + 1;
      if (above || back) fault(one, `it comes after ${named(before.one)}, which stands later on the page`);
    });
    return { stops: stops.length, faults };
  });
}
