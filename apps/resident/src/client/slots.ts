import type { Html } from '../html.ts';

const shown = new Map<string, string>();

/** Puts newer parts into their places; those that say the same as before are left alone. */
export function fillSlots(slots: Readonly<Record<string, Html>>): void {
  for (const [name, content] of Object.entries(slots)) {
    const text = content.toString();
    if (shown.get(name) === text) continue;
    const place = placeOf(name);
    if (!place) continue;
    place.innerHTML = text;
    shown.set(name, text);
  }
}

/** The places were made anew by the server: what stood there is no longer known. */
export function forgetSlots(): void {
  shown.clear();
}

/** Names of the places whose name begins so, in the order of the page. */
export function slotNames(prefix: string): string[] {
  const places = document.querySelectorAll<HTMLElement>(`[data-slot^="${prefix}"]`);
  return [...places].map((place) => place.dataset['slot'] ?? '');
}

function placeOf(name: string): Element | null {
  return document.querySelector(`[data-slot="${CSS.escape(name)}"]`);
}
