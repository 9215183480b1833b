import { describe, expect, it } from '@jest/globals';
import { hall, ticket } from './spec-hall.ts';
import { addOnNames, formatDuration, serviceName, stepsOf } from './ticket-view.ts';

describe('a ticket as the desk shows it', () => {
  it('tells which steps are done, which is now, which come', () => {
    const steps = [
      { serviceId: 'c', done: true },
      { serviceId: 'p', done: false },
      { serviceId: 'c', done: false },
    ];
    expect(stepsOf(hall(), ticket({ steps }), 'ko').map(({ name, state }) => [name, state])).toEqual([
      ['등·초본', 'done'],
      ['여권 접수', 'now'],
      ['등·초본', 'next'],
    ]);
  });

  it('names add-ons in the language of the screen, and an unknown one by its code', () => {
    expect(addOnNames(hall(), ticket({ addOns: ['IDP', 'X'] }), 'en')).toEqual(['Driving permit', 'X']);
  });

  it('falls back to Korean for a service without an English name, and to a dash for none', () => {
    expect([serviceName(hall(), 'p', 'en'), serviceName(hall(), 'gone', 'ko')]).toEqual(['여권 접수', '-']);
  });

  it('writes durations as a clock does', () => {
    expect([0, 7_000, 724_999, 3_724_000, -5_000].map(formatDuration)).toEqual([
      '0:00',
      '0:07',
      '12:04',
      '1:02:04',
      '0:00',
    ]);
  });
});
