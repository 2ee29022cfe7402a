// Whether everything can be read where it stands: nothing beside the screen, nothing cut off, no text on another.

/** What is wrong with the layout as it is now: element and problem. */
export async function layoutFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const named = (element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : `.${element.className}`}`;
    const shown = (text) => `"${text.trim().replace(/\s+/g, " ").slice(0, 60)}"`;
    const root = document.scrollingElement;
    const scroller = (element) => element.closest(".scrolled, .picture, [data-scrolls]");
    const everything = [...document.body.querySelectorAll("*:not(svg *, script, style, template)")];

    if (root.scrollWidth > root.clientWidth) {
      const beyond = everything.filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && (!scroller(one) || scroller(one) === one));
      const names = beyond.slice(-3).map((one) => `${named(one)} ${shown(one.textContent)}`);
      faults.push({ element: names.join(", "), problem: `the page is ${root.scrollWidth} px wide on a screen of ${root.clientWidth}` });
    }

    const hidden = (one) => one.clientWidth <= 1 || one.clientHeight <= 1;
    for (const one of everything) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const cutWide = /hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1;
      const cutHigh = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1;
      if ((cutWide || cutHigh) && !hidden(one)) faults.push({ element: `${named(one)} ${shown(one.textContent)}`, problem: "its text is cut off" });
    }

    // Lines of text by their place; a line lies on another where they share more than a quarter of the lower one's height.
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest("svg, script, style, template, .skip") || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) if (right - left > 1) lines.push({ node, left, right, top, bottom });
    }
    lines.sort((a, b) => a.top - b.top);
    lines.forEach((line, place) => {
      for (let next = place + 1; next < lines.length && lines[next].top < line.bottom; next++) {
        const other = lines[next];
        const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
        const high = Math.min(line.bottom, other.bottom) - other.top;
        const least = Math.min(line.bottom - line.top, other.bottom - other.top);
        if (wide > 2 && high > 0.4 * least) faults.push({ element: `${named(line.node.parentElement)} ${shown(line.node.data)}`, problem: `it overlaps ${shown(other.node.data)}` });
      }
    });
    return faults;
  });
}

/** The spacing that WCAG 1.4.12 lets a reader set, and its undoing. */
export async function withTextSpacing(page, work) {
  const rule = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  await page.evaluate((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rule);
  const answer = await work();
  await page.evaluate(() => void (document.adoptedStyleSheets = []));
  return answer;
}
