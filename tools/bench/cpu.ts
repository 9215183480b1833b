import { readFileSync } from 'node:fs';

/** Ticks per second of /proc/<pid>/stat on Linux: fixed for programs at 100. */
const TICKS = 100;

/** CPU seconds (user and system) that a process has used so far. Linux only. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
