import { describe, expect, it } from '@jest/globals';
import { daysOf } from './archive-days.ts';

const meaning = (labels: Record<string, string[]>) => {
  const days = daysOf(new Map(Object.entries(labels).map(([office, own]) => [office, new Set(own)])));
  return Object.fromEntries(
    [...days].map(([office, own]) => [office, own.map(({ label, date }) => `${label}=${date}`)]),
  );
};
const week = ['2019-12-30', '2019-12-31', '2020-01-02', '2020-01-03', '2020-01-07'];

describe('what the labels of the archive mean', () => {
  it('is what they say, as a rule', () => {
    expect(meaning({ UD_A: ['2020-01-03', '2020-01-02'] })).toEqual({
      UD_A: ['2020-01-02=2020-01-02', '2020-01-03=2020-01-03'],
    });
  });

  it('is the year before, where the year of the week was written', () => {
    expect(meaning({ UD_A: ['2020-12-30', '2020-12-31', '2020-01-02'] }).UD_A).toEqual([
      '2020-12-30=2019-12-30',
      '2020-12-31=2019-12-31',
      '2020-01-02=2020-01-02',
    ]);
  });

  it('is the end of the year itself, where the archive goes that far', () => {
    expect(meaning({ UD_A: ['2020-12-21', '2020-12-30'] }).UD_A).toContain('2020-12-30=2020-12-30');
    expect(meaning({ UD_A: ['2020-12-30'] }).UD_A).toEqual(['2020-12-30=2020-12-30']);
  });

  it('is moved as a whole, where a clock is off by years', () => {
    const off = ['2012-02-09', '2012-02-10', '2012-02-12', '2012-02-13', '2012-02-17', '2012-02-18'];
    expect(meaning({ UD_A: week, UD_B: off, UD_C: week.slice(2) }).UD_B).toEqual([
      '2012-02-09=2019-12-30',
      '2012-02-10=2019-12-31',
      '2012-02-12=2020-01-02',
      '2012-02-13=2020-01-03',
      '2012-02-17=2020-01-07',
      '2012-02-18=2020-01-08',
    ]);
  });

  it('is left alone, where moving it would not fit the days of the others', () => {
    expect(meaning({ UD_A: week, UD_B: ['2012-02-09', '2012-02-11'], UD_C: week }).UD_B).toEqual([
      '2012-02-09=2012-02-09',
      '2012-02-11=2012-02-11',
    ]);
  });

  it('is left alone between two offices: nobody can say whose clock is wrong', () => {
    expect(meaning({ UD_A: ['2020-01-02'], UD_B: ['2012-02-09'] })).toEqual({
      UD_A: ['2020-01-02=2020-01-02'],
      UD_B: ['2012-02-09=2012-02-09'],
    });
  });
});
