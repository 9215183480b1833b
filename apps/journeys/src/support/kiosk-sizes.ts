import type { Page } from 'playwright-core';

/*
 * The law's figures for kiosks: a target has sides of 12 mm and 150 mm², and stands 2.5 mm from the next. Millimetres are those of
 * the panel's diagonal, as the page itself reckons them (--mm). Half a pixel is forgiven for rounding.
 */
const side = 12;
const area = 150;
const gap = 2.5;

/** Targets of the screen that are too small or too near to another, in words; none = all fit. */
export function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ side, area, gap }) => {
      const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
      const slack = 0.5 / mm;
      // What is scrolled away, or cut by the edge of what scrolls, is brought up by its two buttons first.
      const inSight = (one: HTMLElement) => {
        const room = one.closest('.main__body')?.getBoundingClientRect();
        const { top, bottom } = one.getBoundingClientRect();
        return one.offsetParent !== null && (!room || (top >= room.top - 1 && bottom <= room.bottom + 1));
      };
      const all = [...document.querySelectorAll<HTMLElement>('button, input')].filter(inSight);
      const boxes = all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { name: (one.dataset['testid'] ?? one.textContent).slice(0, 30), left, right, top, bottom };
      });
      const small = boxes.flatMap(({ name, left, right, top, bottom }) => {
        const [w, h] = [(right - left) / mm, (bottom - top) / mm];
        const fits = Math.min(w, h) >= side - slack && w * h >= area - side * slack;
        return fits ? [] : [`${name}: ${w.toFixed(1)} x ${h.toFixed(1)} mm`];
      });
      const near = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b) => {
          const x = Math.max(a.left - b.right, b.left - a.right);
          const y = Math.max(a.top - b.bottom, b.top - a.bottom);
          const apart = Math.max(x, y) / mm;
          return apart >= gap - slack ? [] : [`${a.name} and ${b.name}: ${apart.toFixed(1)} mm apart`];
        }),
      );
      return [...small, ...near];
    },
    { side, area, gap },
  );
}

/** Share of the screen's height, from the top, above which nothing can be touched. */
export function highestTarget(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, input')].filter((one) => one.offsetParent !== null);
    return Math.min(...all.map((one) => one.getBoundingClientRect().top)) / innerHeight;
  });
}
