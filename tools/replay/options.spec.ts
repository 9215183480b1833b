import { describe, expect, it } from '@jest/globals';
import { choose } from './choose.ts';
import { officeTemplate, slugOf } from './office-template.ts';
import { readOptions } from './options.ts';
import { slices } from './pace.ts';

const need = ['--archive', 'a.csv.gz', '--office', 'UD_Wola', '--date', '2020-01-13'];

describe('the command line', () => {
  it('is read', () => {
    expect(readOptions(need, {})).toEqual({
      archive: 'a.csv.gz',
      office: 'UD_Wola',
      date: '2020-01-13',
      speed: null,
      remote: null,
    });
    const remote = ['--url', 'http://h:1/', '--email', 'a@b.c', '--password', 'p', '--speed', '60'];
    expect(readOptions([...need, ...remote], {})).toMatchObject({
      speed: 60,
      remote: { url: 'http://h:1', operator: { email: 'a@b.c', password: 'p' } },
    });
    expect(readOptions(['--help'], {})).toBeNull();
  });

  it.each([
    [[], 'Name --archive'],
    [need.slice(0, 4), 'Name --date'],
    [[...need, '--speed', 'fast'], '--speed fast is not a number from 0.1 to 3600.'],
    [[...need, '--speed', '0'], '--speed 0 is not'],
    [[...need, '--url', 'localhost'], '--url localhost is no address'],
    [[...need, '--url', 'http://localhost'], '--url needs the log-in of an operator'],
    [[...need.slice(0, 5), '13.01.2020'], '--date 13.01.2020 is no day'],
    [[...need, '--fast'], "Unknown option '--fast'"],
    [[...need, 'more'], "Unexpected argument 'more'"],
  ])('that cannot be meant ends in one sentence: %j', (args, sentence) => {
    expect(() => readOptions(args, {})).toThrow(sentence);
  });
});

describe('office and day', () => {
  const day = (date: string, label = date) => ({ date, label, correction: null });
  const archive = {
    days: new Map([
      ['UD_B', [day('2019-12-30', '2020-12-30'), day('2020-01-02')]],
      ['UD_A', [day('2020-01-02')]],
    ]),
  };

  it('are found by true day or by label, or all of them', () => {
    expect(choose(archive, 'UD_B', '2019-12-30')).toEqual([
      { office: 'UD_B', days: [day('2019-12-30', '2020-12-30')] },
    ]);
    expect(choose(archive, 'UD_B', '2020-12-30')).toEqual(choose(archive, 'UD_B', '2019-12-30'));
    expect(choose(archive, 'all', '2020-01-02').map(({ office }) => office)).toEqual(['UD_B', 'UD_A']);
    expect(choose(archive, 'all', '2019-12-30').map(({ office }) => office)).toEqual(['UD_B']);
  });
  it('that are not there are answered with those that are', () => {
    expect(() => choose(archive, 'UD_C', '2020-01-02')).toThrow('The archive has no office UD_C: it has UD_A, UD_B.');
    expect(() => choose(archive, 'UD_B', '2020-01-09')).toThrow(
      'The archive has no day 2020-01-09 of UD_B: it has 2019-12-30, 2020-01-02.',
    );
  });
});

describe('the office', () => {
  it('has a slug whatever its name', () => {
    expect(['UD_Wola', 'USC_Śródmieście 2', '9', '---', 'x'.repeat(80)].map(slugOf)).toEqual([
      'ud-wola',
      'usc-s-ro-dmies-cie-2',
      'office',
      'office',
      'x'.repeat(39),
    ]);
  });
  it('fits the contract with as many services as an office may have', () => {
    const services = Array.from({ length: 300 }, (_, i) => ({
      code: `${i}`,
      name: `usługa ${i}`,
      letter: 'A',
      minutes: 0,
    }));
    expect(officeTemplate('UD_Big', services).services).toHaveLength(300);
    expect(() => officeTemplate('UD_Big', [...services, ...services])).toThrow('UD_Big has 600 services');
  });
});

it('events are cut into posts by their time', () => {
  const events = [0, 10, 99, 100, 350].map((ms) => {
    return { id: `${ms}`, type: 'ticket.issued' as const, occurredAt: new Date(ms).toISOString() };
  });
  expect(slices(events, 100).map((slice) => slice.map(({ id }) => id))).toEqual([['0', '10', '99'], ['100'], ['350']]);
});
