import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react';
import { readPlace, type Place } from './place.ts';

/** The address as a store: one reading per change, so that React sees the same object until then. */
let current = readPlace(location);
const listeners = new Set<() => void>();

const read = () => {
  current = readPlace(location);
  listeners.forEach((listener) => listener());
};
addEventListener('popstate', read);
addEventListener('hashchange', read);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => current);
}

/** Goes to a page of this app; `replace` leaves nothing to go back to, as after the use of a link's secret. */
export function go(address: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  scrollTo(0, 0);
  read();
}

/** A link to a page of this app that does not load it anew; with a modifier key it is an ordinary link. */
export function Link({ href = '', onClick, ...rest }: ComponentProps<'a'>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
