import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same number: by the machine's boot and the process' start. */
export interface ProcessIdentity {
  pid: number;
  /** The boot and start time in the system's own units; null where the system does not tell. */
  started: string | null;
}

/** Names a living process; undefined when there is none with this number. */
export function identify(pid: number): ProcessIdentity | undefined {
  return isAlive(pid) ? { pid, started: startOf(pid) } : undefined;
}

/** True while exactly this process lives; a number that was given to another process since does not count. */
export function stillRuns(process: ProcessIdentity): boolean {
  const now = identify(process.pid);
  return now !== undefined && (process.started === null || now.started === null || now.started === process.started);
}

/** True when a process has this number. One of another user counts (EPERM); a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/** The command line of a process, empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'command');
  }
}

function startOf(pid: number): string | null {
  const stat = statOf(pid);
  if (stat) return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.start}`;
  return ps(pid, 'lstart') || null;
}

/** Linux: state and start time (clock ticks since boot), fields 3 and 22 of proc_pid_stat(5). */
function statOf(pid: number): { state: string; start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' '); // the name before may hold spaces and brackets
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
