import type { ResourceProps } from 'react-admin';
import type { CounterRow } from '../../data/sources/counters.ts';
import { lazyPage } from '../lazy-page.ts';

/** Where people are served. */
export const counters: ResourceProps = {
  name: 'counters',
  list: lazyPage(() => import('./counter-list.tsx'), 'CounterList'),
  edit: lazyPage(() => import('./counter-edit.tsx'), 'CounterEdit'),
  create: lazyPage(() => import('./counter-create.tsx'), 'CounterCreate'),
  recordRepresentation: (counter: CounterRow) => counter.number,
};
