import { describe, expect, it } from '@jest/globals';
import { OfficeHours } from '@sunbeon/contract';
import { hoursDraft, hoursWrong, isOpenAt, officeHours, weekdays, type DayDraft, type HoursDraft } from './hours.ts';

const template = OfficeHours.parse({
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  night: { '1': [{ from: '18:00', to: '20:00' }] },
  issueBeforeMinutes: 30,
  issueStopMinutes: 10,
  lunchTurns: [
    { span: { from: '12:00', to: '13:00' }, counters: ['1', '2'] },
    { span: { from: '13:00', to: '14:00' }, counters: ['3'] },
  ],
});
const draft = hoursDraft(template, false);
const today = { on: '2026-11-24', reason: '시험 운영' };
const withDay = (key: '1' | '6', change: Partial<DayDraft>): HoursDraft => ({
  ...draft,
  days: { ...draft.days, [key]: { ...draft.days[key], ...change } },
});

describe('the hours of the set-up', () => {
  it('are those of the template, its counters in two turns', () => {
    expect(draft).toMatchObject({ lunch: 'turns', lunchFrom: '12:00', lunchTo: '13:00', holidays: true });
    expect(draft.days['1']).toEqual({ open: true, from: '09:00', to: '18:00', night: true, nightTo: '20:00' });
    expect(draft.days['7'].open).toBe(false);
    const made = OfficeHours.parse(officeHours(draft, 5, today));
    expect(made).toMatchObject({ week: template.week, night: template.night, holidays: 'KR', exceptions: [] });
    expect(made).toMatchObject({ issueBeforeMinutes: 30, issueStopMinutes: 10 });
    expect(made.lunchTurns).toEqual([
      { span: { from: '12:00', to: '13:00' }, counters: ['1', '3', '5'] },
      { span: { from: '13:00', to: '14:00' }, counters: ['2', '4'] },
    ]);
  });

  it('have two turns of lunch where the template says nothing of it', () => {
    expect(hoursDraft(OfficeHours.parse({ week: template.week }), false)).toMatchObject({
      lunch: 'turns',
      lunchFrom: '11:30',
      lunchTo: '12:30',
    });
  });

  it('leave no turn to nobody where there is one counter', () => {
    expect(officeHours(draft, 1, today).lunchTurns).toHaveLength(1);
  });

  it('close the office at noon when all have lunch together, and read as they were written', () => {
    const together = { ...draft, lunch: 'together' as const };
    const made = OfficeHours.parse(officeHours(together, 3, today));
    expect(made.week['2']).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ]);
    expect(made.lunchTurns).toEqual([]);
    expect(hoursDraft(made, false)).toEqual(together);
  });

  it('do not split a day that is over before lunch', () => {
    const saturday = { ...withDay('6', { open: true, to: '12:00' }), lunch: 'together' as const };
    expect(officeHours(saturday, 3, today).week['6']).toEqual([{ from: '09:00', to: '12:00' }]);
  });

  it('open all of today when somebody sets up in the evening', () => {
    const made = OfficeHours.parse(officeHours({ ...draft, today: true }, 3, today));
    expect(made.exceptions).toEqual([
      { on: '2026-11-24', open: [{ from: '00:00', to: '24:00' }], reason: '시험 운영' },
    ]);
  });

  it.each<[string, HoursDraft, object]>([
    ['nothing', draft, {}],
    ['a day that ends before it begins', withDay('1', { from: '18:00', to: '09:00' }), { '1': 'day' }],
    ['a time that is none', withDay('1', { from: '' }), { '1': 'day' }],
    ['a night that ends with the day', withDay('1', { nightTo: '18:00' }), { '1': 'night' }],
    ['a closed day is not looked at', withDay('6', { from: '' }), {}],
    ['lunch backwards', { ...draft, lunchFrom: '13:00', lunchTo: '12:00' }, { lunch: 'lunch' }],
    ['lunch after closing', { ...draft, lunchFrom: '18:00', lunchTo: '19:00' }, { lunch: 'lunch_outside' }],
    [
      'no day at all',
      {
        ...draft,
        lunch: 'none',
        days: Object.fromEntries(
          weekdays.map((key) => [key, { ...draft.days[key], open: false }]),
        ) as HoursDraft['days'],
      },
      { week: 'no_day' },
    ],
  ])('say what is wrong: %s', (_what, hours, wrong) => expect(hoursWrong(hours)).toEqual(wrong));

  it.each([
    ['1', '09:00', true],
    ['1', '19:59', true],
    ['1', '20:00', false],
    ['2', '18:00', false],
    ['7', '10:00', false],
  ] as const)('on day %s at %s are open: %s', (day, at, open) => expect(isOpenAt(draft, day, at)).toBe(open));
});
