// The contrast of every text of the page with the ground it stands on. Pictures are tested where they are drawn.

/** Each text below 4.5:1, or 3:1 where it is large, and each figure that does not stand on white: element and what is wrong. */
export async function faintTexts(page) {
  return page.evaluate(() => {
    const channels = (colour) => {
      const parts = colour.match(/[\d.]+/g).map(Number);
      return colour.startsWith("color(") ? [...parts.slice(-4, -1).map((part) => part * 255), parts.at(-1)] : [...parts.slice(0, 3), parts[3] ?? 1];
    };
    const over = ([r, g, b, a], ground) => [r, g, b].map((part, place) => part * a + ground[place] * (1 - a));
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const grounds = new Map();
    const groundOf = (element) => {
      if (!element) return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
      if (!grounds.has(element)) grounds.set(element, over(channels(getComputedStyle(element).backgroundColor), groundOf(element.parentElement)));
      return grounds.get(element);
    };
    const faults = [];
    for (const picture of document.querySelectorAll(".picture"))
      if (groundOf(picture).some((part) => part !== 255)) faults.push({ element: `.picture of #${picture.closest("[id]")?.id}`, problem: "a figure is drawn for white paper and stands on another ground" });
    for (const element of document.body.querySelectorAll("*:not(svg *, svg, script, style, template)")) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      const ground = groundOf(element);
      const [bright, dim] = [luminance(over(channels(style.color), ground)), luminance(ground)].sort((a, b) => b - a);
      const ratio = (bright + 0.05) / (dim + 0.05);
      if (ratio < needed)
        faults.push({ element: `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 60)}"`, problem: `contrast is ${ratio.toFixed(2)}:1, ${needed}:1 is needed` });
    }
    return faults;
  });
}
