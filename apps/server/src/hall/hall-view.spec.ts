import { describe, expect, it } from '@jest/globals';
import { ticketsAtCounters } from './hall-view.ts';
import type { StoredTicket } from './stored-ticket.ts';

const at = (sourceRef: string, lastCalledAt: number | null, startedAt: number | null = null) =>
  ({ sourceRef, label: sourceRef, state: 'called', counterLabel: '1', lastCalledAt, startedAt }) as StoredTicket;

describe('the ticket at a counter', () => {
  it('is the one called last', () => {
    expect(ticketsAtCounters([at('a', 1), at('b', 3), at('c', 2)]).get('1')?.sourceRef).toBe('b');
  });

  it('is the same one in any order, also when two were told for the same instant', () => {
    const both = [at('1', null, 20), at('5', 20)];
    expect(ticketsAtCounters(both).get('1')?.sourceRef).toBe('5');
    expect(ticketsAtCounters(both.toReversed()).get('1')?.sourceRef).toBe('5');
  });
});
