import { useEffect, useRef } from 'react';
import { actionsOf, type KeyAction } from './keys.ts';

const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog';
const controls = 'button, a[href], summary, [role="tab"]';

/**
 * Listens for the desk's keys. They rest in text fields and dialogs; Space and Enter belong to a control that has the
 * focus; a held key acts once.
 */
export function useKeys(onKey: (actions: readonly KeyAction[]) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : document.body;
      const presses = event.code === 'Space' || event.code === 'Enter' || event.code === 'NumpadEnter';
      if (at.closest(fields) || document.querySelector('dialog[open]')) return;
      // A browser clicks a focused button again and again while Enter is held.
      if (event.repeat && presses) return event.preventDefault();
      if (presses && at.closest(controls)) return;
      const actions = actionsOf(event);
      if (actions.length === 0) return;
      event.preventDefault();
      latest.current(actions);
    };
    // Whoever clicks with the mouse goes on with keys: Space must call the next visitor, not press that button again.
    const click = (event: MouseEvent) => {
      const focused = document.activeElement;
      if (
        event.detail > 0 &&
        focused instanceof HTMLElement &&
        focused.matches(controls) &&
        !focused.closest('dialog')
      ) {
        focused.blur();
      }
    };
    addEventListener('keydown', down);
    addEventListener('click', click);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('click', click);
    };
  }, []);
}
