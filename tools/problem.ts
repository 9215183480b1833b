/**
 * Something the person at the keyboard has to know or do. The message is one whole sentence; tools print it as it is,
 * without a stack, and end with exit code 1. Any other error is a bug and is printed with its stack.
 */
export class Problem extends Error {
  override name = 'Problem';
}

/** Prints an error the way `Problem` promises and marks the process as failed (it does not end the process). */
export function report(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Problem) console.error(error.message);
  else console.error(error);
}
