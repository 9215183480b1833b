import { localStorageStore, type Store } from 'react-admin';

/** Preferences of this machine, not of a person. */
const kept = ['locale', 'theme', 'sidebar.open'] as const;

/** Filters, sorting and the like in the browser. Logging out forgets them, but for how the screen looks. */
export function consoleStore(): Store {
  const store = localStorageStore('1', 'sunbeon.console');
  // On a tablet the menu begins as a column of signs: the tables need the place.
  if (store.getItem('sidebar.open') === undefined && innerWidth < 1_000) store.setItem('sidebar.open', false);
  return {
    ...store,
    reset: () => {
      const before = kept.map((key): [string, unknown] => [key, store.getItem(key)]);
      store.reset();
      for (const [key, value] of before) if (value !== undefined) store.setItem(key, value);
    },
  };
}
