import { describe, expect, it } from '@jest/globals';
import { foldHardwareTickets, type HardwareEvent } from '@sunbeon/domain';
import fc from 'fast-check';
import { officeDay } from './day.ts';
import { readNumber, rebuildDay, type RebuiltDay } from './rebuild.ts';
import { aDay, aRow, rebuilt, timeAt } from './testing.ts';

const told = ({ steps }: RebuiltDay) =>
  steps.map(({ events }) =>
    events.map(({ type, number }) => `${type === 'ticket.called' ? 'call' : 'issue'} ${number ?? '?'}`),
  );
const expected = ({ steps }: RebuiltDay) =>
  steps.map((step) => {
    const { waiting, number, waitingDiffersBy, numberDiffersBy } = step.expected.get('1') ?? { waiting: -1 };
    return [waiting, number, waitingDiffersBy ?? numberDiffersBy ?? ''];
  });
const dirt = ({ dirt: count }: RebuiltDay) => Object.fromEntries(count);

describe('a day of tickets, rebuilt from snapshots', () => {
  it('issues who joins the line and calls from its front', () => {
    const day = rebuilt([
      [0, ''],
      [2, 'A001'],
      [2, 'A003'],
      [0, 'A005'],
    ]);
    expect(told(day)).toEqual([
      [],
      ['issue A001', 'call A001', 'issue A002', 'issue A003'],
      ['call A002', 'call A003', 'issue A004', 'issue A005'],
      ['call A004', 'call A005'],
    ]);
    expect(expected(day)).toEqual([
      [0, null, ''],
      [2, 'A001', ''],
      [2, 'A003', ''],
      [0, 'A005', ''],
    ]);
    expect(dirt(day)).toEqual({});
    expect([day.issued, day.called]).toEqual([5, 5]);
  });

  it('lets those who come between two snapshots be issued before they are called', () => {
    const [, step] = rebuilt([
      [0, 'A001'],
      [0, 'A003'],
    ]).steps;
    expect(step?.events.map(({ type, number }) => `${type} ${number}`)).toEqual([
      'ticket.issued A002',
      'ticket.called A002',
      'ticket.issued A003',
      'ticket.called A003',
    ]);
    const times = step?.events.map(({ occurredAt }) => Date.parse(occurredAt)) ?? [];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(4);
    expect(
      times.every((at) => at > Date.parse('2020-01-13T08:00:00+01:00') && at < Date.parse('2020-01-13T08:05:00+01:00')),
    ).toBe(true);
  });

  it('keeps the tickets of people who leave without a call, until others take their places', () => {
    const day = rebuilt([
      [3, 'A001'],
      [1, 'A001'],
      [3, 'A001'],
      [1, 'A003'],
    ]);
    expect(expected(day)).toEqual([
      [3, 'A001', ''],
      [3, 'A001', 'waiting_fell'],
      [3, 'A001', ''],
      [1, 'A003', ''],
    ]);
    expect(dirt(day)).toEqual({ waiting_fell: 1 });
  });

  it('keeps the last number while none is shown', () => {
    const day = rebuilt([
      [0, 'A001'],
      [0, ''],
      [0, 'A002'],
    ]);
    expect(expected(day)[1]).toEqual([0, 'A001', 'number_missing']);
    expect(told(day)[2]).toEqual(['issue A002', 'call A002']);
    expect(dirt(day)).toEqual({ number_missing: 1 });
  });

  it('plays no number that it cannot read', () => {
    const day = rebuilt([
      [1, 'A001'],
      [1, '???'],
    ]);
    expect(told(day)[1]).toEqual([]);
    expect(expected(day)[1]).toEqual([1, 'A001', 'number_unknown_format']);
  });

  it.each([
    ['number_fell', 'A040', 'A038'],
    ['number_restarted', 'A060', 'A001'],
    ['number_jumped', 'A030', 'A601'],
    ['number_foreign', 'A030', 'R005'],
  ])('counts %s and plays one call', (kind, before, after) => {
    const day = rebuilt([
      [0, 'A020'],
      [0, before],
      [0, after],
    ]);
    expect(told(day).at(-1)).toEqual([`issue ${after}`, `call ${after}`]);
    expect(dirt(day)[kind]).toBe(1);
  });

  it('goes on from the highest number after an earlier one was called again', () => {
    const day = rebuilt([
      [0, 'A010'],
      [0, 'A009'],
      [0, 'A012'],
    ]);
    expect(told(day)[2]).toEqual(['issue A011', 'call A011', 'issue A012', 'call A012']);
  });

  it('takes a number above twenty for the first of its range when the day begins with it', () => {
    const day = rebuilt([
      [0, ''],
      [0, 'A501'],
    ]);
    expect(told(day)[1]).toEqual(['issue A501', 'call A501']);
    expect(dirt(day)).toEqual({});
  });

  it('allows twenty numbers for each five minutes in which none was seen', () => {
    const none = Array.from({ length: 3 }, () => [0, ''] as const);
    expect(dirt(rebuilt([[0, 'A001'], ...none, [0, 'A061']]))).toEqual({ number_missing: 3 });
    expect(dirt(rebuilt([[0, 'A001'], ...none, [0, 'A082']])).number_jumped).toBe(1);
  });
});

describe('rows of a day', () => {
  const day = (rows: Parameters<typeof officeDay>[2]) =>
    Object.fromEntries(officeDay('UD_Test', aDay, rows, 'Europe/Warsaw').dirt);

  it('stand once, the first of them, and doubles are counted', () => {
    expect(day([aRow('08:00', [1, 'A1']), aRow('08:00', [1, 'A1'])])).toEqual({ duplicate_row: 1 });
    expect(day([aRow('08:00', [1, 'A1']), aRow('08:00', [2, 'A1'])])).toEqual({ contradicting_row: 1 });
  });
  it('are missed where other services have one', () => {
    const other = { service: '2' };
    expect(day([aRow('08:00', [1, '']), aRow('08:00', [1, ''], other), aRow('08:05', [1, ''])])).toEqual({
      missing_row: 1,
    });
  });
  it('of other days are left aside', () => {
    expect(
      officeDay('UD_Test', aDay, [aRow('08:00', [1, ''], { label: '2020-01-14' })], 'Europe/Warsaw').snapshots,
    ).toEqual([]);
  });
});

describe('whatever the rows say', () => {
  const number = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: 130 }).map((n) => `A${String(n).padStart(3, '0')}`),
    fc.constantFrom('R7', '9999', '?', 'A9999', 'ABC1'),
  );
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), number), { minLength: 1, maxLength: 40 });

  it('the events alone give what is expected after every step, and every difference has its kind', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('A', ''), (said, letter) => {
        const day = rebuilt(said, letter);
        const events: HardwareEvent[] = [];
        for (const [index, step] of day.steps.entries()) {
          events.push(
            ...step.events.map((event) => ({ ...event, occurredAt: Date.parse(event.occurredAt) }) as HardwareEvent),
          );
          const tickets = [...foldHardwareTickets(events).values()];
          const calls = tickets.filter(({ lastCalledAt }) => lastCalledAt !== null);
          const last = calls.sort((a, b) => (b.lastCalledAt ?? 0) - (a.lastCalledAt ?? 0))[0];
          const { waiting, number: shown, waitingDiffersBy, numberDiffersBy } = step.expected.get('1') ?? fail();
          expect(tickets.filter(({ state }) => state === 'waiting')).toHaveLength(waiting);
          expect(last?.number ?? null).toBe(shown);
          expect(waitingDiffersBy === null).toBe(waiting === said[index]?.[0]);
          expect(numberDiffersBy === null).toBe(shown === (said[index]?.[1] || null));
        }
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }),
    );
  });

  it('nobody is called twice', () => {
    fc.assert(
      fc.property(rows, (said) => {
        const calls = rebuilt(said).steps.flatMap(({ events }) =>
          events.filter(({ type }) => type === 'ticket.called'),
        );
        expect(new Set(calls.map(({ ticketRef }) => ticketRef)).size).toBe(calls.length);
      }),
    );
  });

  const fail = (): never => {
    throw new Error('nothing expected');
  };
});

it('numbers are up to two letters and up to four digits', () => {
  expect(readNumber('AB0120')).toEqual({ letter: 'AB', value: 120, digits: 4 });
  expect(readNumber('12')).toEqual({ letter: '', value: 12, digits: 2 });
  expect(['', 'A', 'ABC1', 'A12345', 'a1', '1A'].map(readNumber)).toEqual(Array.from({ length: 6 }, () => null));
});

it('a clock that is set back in the night keeps the snapshots in the order of time', () => {
  const rows = ['01:55', '02:30', '03:05'].map((time) => aRow(time, [0, ''], { label: '2019-10-27' }));
  const day = officeDay('UD_Test', { ...aDay, date: '2019-10-27', label: '2019-10-27' }, rows, 'Europe/Warsaw');
  expect(day.snapshots.map(({ time }) => time)).toEqual(['01:55', '02:30', '03:05']);
  expect(rebuildDay(day).steps).toHaveLength(3);
  expect(timeAt(65)).toBe('01:05');
});
