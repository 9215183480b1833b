import { describe, expect, it } from '@jest/globals';
import { leftOutOf, tallyOf } from './tally.ts';

const file = (status: string, ...tests: [string, string][]) => ({
  name: 'a.spec.ts',
  message: '',
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

describe('the tally of a test run', () => {
  it('counts passed and names failed tests over all files', () => {
    const report = { testResults: [file('passed', ['a', 'passed'], ['b', 'passed']), file('failed', ['c', 'failed'])] };
    expect(tallyOf(report)).toEqual({ passed: 2, failed: ['c'] });
  });

  it('counts a file that could not run as one failure', () => {
    expect(tallyOf({ testResults: [file('failed')] })).toEqual({
      passed: 0,
      failed: ['a.spec.ts: the file could not run'],
    });
    const setUpFell = { testResults: [file('failed', ['a', 'passed'])] };
    expect(tallyOf(setUpFell)).toEqual({ passed: 1, failed: ['a.spec.ts: the file could not run'] });
  });

  it('names what was left out, and counts it nowhere', () => {
    const report = { testResults: [file('passed', ['a', 'passed'], ['b', 'pending'], ['c', 'todo'])] };
    expect(tallyOf(report)).toEqual({ passed: 1, failed: [] });
    expect(leftOutOf(report)).toEqual(['the test "b"', 'the test "c"']);
  });
});
