// The typefaces that the texts of a page are really set in, letter by letter.

/** Every character that is not set in a typeface that travels with the page: the wanted face, the character, what it was set in. */
export async function foreignLetters(page, debug) {
  const wanted = await page.evaluate(() => {
    const groups = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("script, style, template, svg title, svg desc")) continue;
      const { fontFamily, fontWeight, fontStyle } = getComputedStyle(node.parentElement);
      const face = `${fontStyle} ${fontWeight} 16px ${fontFamily}`;
      if (!groups.has(face)) groups.set(face, new Set());
      for (const letter of node.data) if (letter.trim()) groups.get(face).add(letter);
    }
    const trial = document.body.appendChild(document.createElement("div"));
    trial.id = "letters";
    for (const [face, letters] of groups)
      for (const letter of letters) {
        const one = trial.appendChild(document.createElement("span"));
        one.style.font = face;
        one.textContent = letter;
      }
    return [...groups].flatMap(([face, letters]) => [...letters].map((letter) => ({ face, letter })));
  });
  await debug.send("DOM.enable");
  await debug.send("CSS.enable");
  const { root } = await debug.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await debug.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "#letters > span" });
  const set = await Promise.all(nodeIds.map((nodeId) => debug.send("CSS.getPlatformFontsForNode", { nodeId })));
  await debug.send("CSS.disable");
  await debug.send("DOM.disable");
  await page.evaluate(() => document.getElementById("letters").remove());
  return set.flatMap(({ fonts }, place) =>
    fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => ({ ...wanted[place], set_in: familyName })),
  );
}
