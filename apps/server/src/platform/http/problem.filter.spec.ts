import { describe, expect, it } from '@jest/globals';
import { codeOf } from './problem.filter.ts';

/** An error as the driver of PostgreSQL raises it. */
const raised = (code: string, message = 'said by the database') => Object.assign(new Error(message), { code });

describe('what an error of the database is for who asked', () => {
  it.each(['22021', '22P05', '22003', '22007', '22008', '22009'])(
    'a value it cannot store (%s) is bad input',
    (code) => {
      expect(codeOf(raised(code))).toBe('validation');
    },
  );

  it.each(['ECONNREFUSED', '57P01', '53100', '40P01', '57014'])('%s is no fault of the request', (code) => {
    expect(codeOf(raised(code))).toBe('unavailable');
  });

  it('a lost connection is known by its words', () => {
    expect(codeOf(new Error('Connection terminated unexpectedly'))).toBe('unavailable');
  });

  it('anything else is a bug, and says nothing', () => {
    expect(codeOf(raised('23505'))).toBe('internal');
    expect(codeOf(new TypeError('x is undefined'))).toBe('internal');
    expect(codeOf('a word')).toBe('internal');
  });
});
