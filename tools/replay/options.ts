import { parseArgs } from 'node:util';
import { Problem } from '../problem.ts';

export const HELP = `npm run replay -- --archive FILE --office NAME --date YYYY-MM-DD

Plays a day of the Warsaw archive as events of ticket hardware through POST /api/relay/events, and at every snapshot of
the archive compares people waiting and number called on the public page, service by service. See docs/replay.md.

  --archive FILE    the archive, CSV or CSV.gz
  --office NAME     an office of the archive, or all
  --date DATE       a day of the archive, or all; a mislabelled day by its true date or by its label
  --speed N         N times faster than real time (0.1-3600); as fast as possible when left out
  --url URL         an installation that runs already, with an operator's log-in:
  --email, --password   of the operator (or OPERATOR_EMAIL and OPERATOR_PASSWORD);
                    without --url a server of its own is started on a throw-away database
  --help            this text

Exit code 0: no difference, or only such as the archive's own dirt explains; 1: it could not be played; 2: differences
that nothing explains, or events that the server refused.
`;

export interface ReplayOptions {
  readonly archive: string;
  readonly office: string;
  readonly date: string;
  /** Null = as fast as possible. */
  readonly speed: number | null;
  /** Null = a server of its own. */
  readonly remote: {
    readonly url: string;
    readonly operator: { readonly email: string; readonly password: string };
  } | null;
}

const config = {
  archive: { type: 'string' },
  office: { type: 'string' },
  date: { type: 'string' },
  speed: { type: 'string' },
  url: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line. Null when help was asked for.
 * @throws Problem for an unknown or missing option, and values that mean nothing
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ReplayOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const need = (name: 'archive' | 'office' | 'date'): string => {
    const value = values[name];
    if (!value) throw new Problem(`Name --${name}: "npm run replay -- --help" tells how.`);
    return value;
  };
  const [archive, office, date] = [need('archive'), need('office'), need('date')];
  if (date !== 'all' && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new Problem(`--date ${date} is no day: write it like 2020-01-13.`);
  }
  return { archive, office, date, speed: readSpeed(values.speed), remote: readRemote(values, env) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: config, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const sentence = (error as Error).message.split('\n')[0]?.split('. ')[0]?.replace(/\.$/, '') ?? '';
    throw new Problem(`${sentence}: "npm run replay -- --help" lists the options.`);
  }
}

function readSpeed(text: string | undefined): number | null {
  if (text === undefined) return null;
  const speed = Number(text);
  if (!(speed >= 0.1 && speed <= 3600)) throw new Problem(`--speed ${text} is not a number from 0.1 to 3600.`);
  return speed;
}

function readRemote(
  values: { url?: string; email?: string; password?: string },
  env: NodeJS.ProcessEnv,
): ReplayOptions['remote'] {
  if (values.url === undefined) return null;
  if (!URL.canParse(values.url) || !/^https?:/.test(values.url)) {
    throw new Problem(`--url ${values.url} is no address: write it like http://127.0.0.1:3000.`);
  }
  const email = values.email ?? env.OPERATOR_EMAIL;
  const password = values.password ?? env.OPERATOR_PASSWORD;
  if (!email || !password) throw new Problem('--url needs the log-in of an operator: --email and --password.');
  return { url: values.url.replace(/\/+$/, ''), operator: { email, password } };
}
