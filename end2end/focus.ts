// Whoever uses the keyboard alone must see where they are.

import type { Page } from '@playwright/test';

/**
 * What is wrong with the element that has the focus; null when it is on the screen, nothing covers it, it looks otherwise
 * than without the focus, and its words can be read. To be polled: the browser moves a page to the focus a moment after it has moved the focus.
 */
export function focusTrouble(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const name = element.outerHTML.slice(0, 120);
    // WCAG 2.4.11: not hidden entirely. A link may run over several lines; of something long the browser shows the caret's end.
    const points = [...element.getClientRects()].flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].map((part) => [left + width / 2, top + height * part] as const),
    );
    const seen = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((seen) => seen !== null);
    if (seen.length === 0) return `${name} is not on the screen`;
    if (!seen.some((one) => element.contains(one) || one.contains(element))) return `${name} is under ${seen[0]?.outerHTML.slice(0, 120)}`;
    const look = () => {
      const { backgroundColor, boxShadow, outlineStyle, outlineColor, outlineWidth, borderColor } = getComputedStyle(element);
      return [backgroundColor, boxShadow, outlineStyle, outlineColor, outlineWidth, borderColor].join();
    };
    const focused = look();
    // WCAG 2.1: relative luminance, and at least 4.5.
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [light = 0, dark = 0] = [luminance(color), luminance(backgroundColor)].sort((one, other) => other - one);
    const opaque = !/^rgba\(.*, 0\)$/.test(backgroundColor);
    if (opaque && (light + 0.05) / (dark + 0.05) < 4.5) return `${name} cannot be read: ${color} on ${backgroundColor}`;
    element.blur();
    const blurred = look();
    element.focus({ preventScroll: true });
    return focused === blurred ? `${name} looks the same without the focus` : null;
  });
}
