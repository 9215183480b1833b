/**
 * Something the person at the keyboard has to know or do. The message is one whole sentence; tools print it as it is,
 * without a stack, and end with exit code 1. Any other error is a bug and is printed with its stack.
 */
export class Problem extends Error {
  override name = 'Problem';
}

/** What the system refuses for reasons outside the program. */
const REFUSALS: Record<string, (path: string) => string> = {
  EACCES: (path) => `This user may not use ${path}: it belongs to another one, perhaps of an earlier start as root.`,
  EPERM: (path) => `This user may not use ${path}: it belongs to another one, perhaps of an earlier start as root.`,
  EROFS: (path) => `${path} cannot be written: its disk is mounted read-only.`,
  ENOSPC: (path) => `${path} cannot be written: the disk is full.`,
  EDQUOT: (path) => `${path} cannot be written: this user's share of the disk is full.`,
};

/** The sentence for a person, or undefined when the error is a bug of ours. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof Problem) return error.message;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  return code && syscall ? REFUSALS[code]?.(path ?? 'A file') : undefined;
}

/** Prints an error the way `Problem` promises and marks the process as failed (it does not end the process). */
export function report(error: unknown): void {
  process.exitCode = 1;
  console.error(sentenceFor(error) ?? error);
}
