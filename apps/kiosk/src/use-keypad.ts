import { useEffect } from 'react';
import { nextBox, type Direction } from './focus.ts';

const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const operable = 'button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/** Arrow keys move the focus over the screen, Escape is 이전 and Home 처음으로; Enter and space act by themselves. */
export function useKeypad(onBack: () => void, onHome: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const direction = keys[event.key];
      if (direction) move(direction, event);
      else if (event.key === 'Escape') onBack();
      else if (event.key === 'Home') onHome();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onBack, onHome]);
}

function move(direction: Direction, event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>(operable)].filter((one) => one.offsetParent !== null);
  const from = document.activeElement;
  const inside = from instanceof HTMLElement && all.includes(from);
  const first = document.querySelector<HTMLElement>(`main :is(${operable})`) ?? all[0];
  const others = all.filter((one) => one !== from);
  const target = inside
    ? others[
        nextBox(
          others.map((one) => one.getBoundingClientRect()),
          from.getBoundingClientRect(),
          direction,
        )
      ]
    : first;
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
