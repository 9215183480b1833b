/** The part of jest's JSON report that is read here. */
export interface JestReport {
  testResults: {
    name: string;
    /** Set when the file itself could not run. */
    message: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export interface Tally {
  passed: number;
  /** Full names. */
  failed: string[];
}

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
});

/** Counts tests; a file that failed without a failed test (it does not load, or its set-up fell) counts as one. */
export function tallyOf(report: JestReport, suffix = ''): Tally {
  return report.testResults.reduce<Tally>(
    (sum, file) => {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
      if (file.status === 'failed' && failed.length === 0) failed.push(`${file.name}: the file could not run`);
      const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
      return add(sum, { passed, failed: failed.map((name) => name + suffix) });
    },
    { passed: 0, failed: [] },
  );
}

/** Names of the tests that were there and did not run. */
export function leftOutOf(report: JestReport): string[] {
  const skipped = ['pending', 'todo', 'disabled', 'skipped'];
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return tests.filter(({ status }) => skipped.includes(status)).map(({ fullName }) => `the test "${fullName}"`);
}
