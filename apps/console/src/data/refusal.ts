import { OfflineError, ProblemError } from '@sunbeon/client';

/**
 * A fault as react-admin takes it: `message` is a key of the messages (i18n-provider.ts), `body.errors` lay the server's
 * findings beside the fields of a form.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: { readonly errors?: Readonly<Record<string, string>> };

  constructor(override readonly cause: ProblemError | OfflineError) {
    super(cause instanceof ProblemError ? `problems.${cause.code}` : 'ra.notification.offline');
    this.status = cause instanceof ProblemError ? cause.status : 0;
    this.body = cause instanceof ProblemError && cause.issues.length > 0 ? { errors: fieldErrors(cause) } : {};
  }
}

/** The server's answer as a Refusal; a fault of our own as it is. */
export function refusal(error: unknown): unknown {
  return error instanceof ProblemError || error instanceof OfflineError ? new Refusal(error) : error;
}

/** The problem behind a fault, wrapped or not. */
export function problemOf(error: unknown): ProblemError | undefined {
  const inner = error instanceof Refusal ? error.cause : error;
  return inner instanceof ProblemError ? inner : undefined;
}

/** True when the line was lost before an answer came: the server may have done it, or not. */
export function isUnclear(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof Refusal && error.cause instanceof OfflineError);
}

/** Paths of the server are `body.name`; forms know `name`. */
function fieldErrors({ issues }: ProblemError): Record<string, string> {
  const fields = issues.map(({ path }): [string, string] => [
    path.replace(/^(?:body|query|params)\.?/, ''),
    'problems.field',
  ]);
  return { ...Object.fromEntries(fields), root: 'problems.validation' };
}
