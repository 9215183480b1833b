import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Problem, report } from '../problem.ts';
import { checksOf, groups, type Check, type Group } from './checks.ts';

/** Runs the groups one after another, the checks of `types` side by side; each check counts as one. */
async function main(): Promise<void> {
  const { chosen, output } = readArguments(process.argv.slice(2));
  const failed: string[] = [];
  let count = 0;
  for (const group of chosen) {
    const checks = checksOf(group);
    count += checks.length;
    await eachAtOnce(checks, group === 'types' ? availableParallelism() : 1, async (check) => {
      if (!(await passes(check))) failed.push(check.name);
    });
  }
  for (const name of failed) console.log(`FAILED ${name}`);
  const result = { passed: count - failed.length, failed: failed.length };
  if (output) writeFileSync(output, JSON.stringify(result));
  if (failed.length > 0) process.exitCode = 1;
  console.log(`${result.passed} passed, ${result.failed} failed`);
}

function readArguments(args: string[]): { chosen: readonly Group[]; output: string | undefined } {
  const output = args.find((arg) => arg.startsWith('--output='))?.slice('--output='.length);
  const names = args.filter((arg) => !arg.startsWith('--output='));
  const unknown = names.find((name) => !groups.some((group) => group === name));
  if (unknown) throw new Problem(`There is no check called "${unknown}", but ${groups.join(', ')}.`);
  return { chosen: names.length > 0 ? groups.filter((group) => names.includes(group)) : groups, output };
}

async function passes(check: Check): Promise<boolean> {
  const begun = performance.now();
  const wrong = await check.run().catch((error: unknown) => String(error));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${wrong ? 'FAILED' : 'ok    '} ${check.name} (${seconds} s)`);
  if (wrong) console.log(wrong.replace(/^/gm, '    '));
  return !wrong;
}

async function eachAtOnce<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

try {
  await main();
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
}
