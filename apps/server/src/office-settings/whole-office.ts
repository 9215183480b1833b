import type { CounterTemplate, OfficeTemplate, ServiceTemplate } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { refuse } from '../platform/http/problem.ts';

type CounterFields = z.infer<typeof CounterTemplate>;

/** A service or counter as stored, in the words of the template from which offices are made. */
interface Kept<Fields> {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  /** Epoch milliseconds; null = in use. */
  readonly archivedAt: number | null;
  readonly fields: Fields;
}
export type KeptService = Kept<ServiceTemplate>;
export type KeptCounter = Kept<CounterFields>;

/** All of an office, archived things too: every change is checked on the whole that it would make. */
export interface WholeOffice {
  readonly id: string;
  readonly version: number;
  readonly settings: Omit<OfficeTemplate, 'services' | 'counters' | 'announcements'>;
  readonly services: readonly KeptService[];
  readonly counters: readonly KeptCounter[];
}

export const inUse = <T extends { readonly archivedAt: number | null }>(all: readonly T[]): T[] =>
  all.filter(({ archivedAt }) => archivedAt === null);

/** What is in use, as the template that would make it. */
export function templateOf({ settings, services, counters }: WholeOffice): OfficeTemplate {
  return {
    ...settings,
    announcements: [], // they live on without the office's settings
    services: inUse(services).map(({ fields }) => fields),
    counters: inUse(counters).map(({ fields }) => fields),
  };
}

/** @throws not_found; changed_meanwhile when it is not of this version any more */
export function ofVersion<T extends Kept<unknown>>(all: readonly T[], id: string, version: number): T {
  const one = all.find((other) => other.id === id) ?? refuse('not_found');
  return one.version === version ? one : refuse('changed_meanwhile');
}

/** A new thing, the last of its kind. */
export function newLast<Fields>(all: readonly Kept<Fields>[], fields: Fields): Kept<Fields> {
  const position = 1 + Math.max(-1, ...all.map((other) => other.position));
  return { id: uuidv7(), version: 1, position, archivedAt: null, fields };
}

/** The office with one thing changed, or with one more. */
export function withOne<T extends { readonly id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id) ? all.map((other) => (other.id === one.id ? one : other)) : [...all, one];
}
