import { BlockList, isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';
import { withSecretFiles } from './secret-files.ts';

export const roleNames = ['api', 'realtime', 'worker'] as const;
export type RoleName = (typeof roleNames)[number];

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** `name:base64` of 32 bytes, several with commas between: the first seals, the others still open. */
const MasterKeys = z
  .string({ error: 'is missing: name:KEY, where KEY is 32 random bytes in base64' })
  .transform((text) => text.split(',').map((one) => /^\s*([\w-]{1,40}):([\w+/-]{43}=?)\s*$/.exec(one)))
  .refine((keys) => keys.every((key) => key !== null), 'must be name:KEY, where KEY is 32 bytes in base64')
  .transform((keys) =>
    keys.map((key): MasterKey => ({ name: key?.[1] ?? '', key: Buffer.from(key?.[2] ?? '', 'base64') })),
  )
  .refine((keys) => new Set(keys.map(({ name }) => name)).size === keys.length, 'must name each key once');

const proxiesExpected = 'must be addresses or networks of proxies, or loopback, linklocal, uniquelocal';
/** Whose X-Forwarded-* are believed: several with commas between. */
const Proxies = z
  .string()
  .default('')
  .refine((text) => !/^\s*\d+\s*$/.test(text), proxiesExpected) // `1` would be the address 0.0.0.1
  .transform((text, context) => {
    try {
      return proxyAddr.compile(text.split(',').flatMap((one) => one.trim() || []));
    } catch {
      context.addIssue(proxiesExpected);
      return z.NEVER;
    }
  });

/** Networks in which the server may send to receipt printers: `192.168.10.0/24`, several with commas between. None = it sends to none. */
const PrinterNetworks = z
  .string()
  .default('')
  .transform((text, context) => {
    const networks = new BlockList();
    for (const one of text.split(',').flatMap((part) => part.trim() || [])) {
      const [address = '', prefix = '32', more] = one.split('/');
      if (!isIPv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32 || more !== undefined) {
        context.addIssue('must be IPv4 networks such as 192.168.10.0/24');
        return z.NEVER;
      }
      networks.addSubnet(address, Number(prefix), 'ipv4');
    }
    return networks;
  });

/** What tenants' keys are sealed with. */
export interface MasterKey {
  readonly name: string;
  readonly key: Buffer;
}

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  REDIS_URL: z.string().optional(),
  REALTIME_ADAPTER: z.enum(['none', 'postgres', 'redis']).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  PUBLIC_URL: z.url().optional(),
  OPERATOR_EMAIL: z.email().optional(),
  OPERATOR_PASSWORD: z.string().min(10).optional(),
  OPERATOR_SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  SUNBEON_ROOT: z.string().optional(),
  SUNBEON_DATA: z.string().optional(),
  SUNBEON_DEMO: flag,
  TRUST_PROXY: Proxies,
  SSO_PRIVATE_NETWORKS: flag,
  PRINTER_NETWORKS: PrinterNetworks,
  RATE_LIMIT_FACTOR: z.coerce.number().min(0).max(1_000).default(1),
  SMTP_URL: z.union([z.literal('none').transform(() => undefined), z.url({ protocol: /^smtps?$/ })]).optional(),
  MAIL_FROM: z.string().min(3).max(200).default('Sunbeon <no-reply@sunbeon.example>'),
  MASTER_KEYS: MasterKeys,
  NOTICE_SENDER: z.enum(['none', 'log']).default('none'),
  SIGNUP_APPROVAL: z.enum(['manual', 'automatic', 'off']).default('manual'),
  TRIAL_DAYS: z.coerce.number().int().min(1).max(365).default(30),
});

/** The settings of this process, read once, checked, nested and frozen. docs/operations.md has the table of variables. */
export interface Config {
  readonly roles: ReadonlySet<RoleName>;
  readonly http: {
    readonly port: number;
    readonly host: string;
    readonly publicUrl: string | undefined;
    /** Whether an address is a proxy of ours, whose X-Forwarded-* are believed. */
    readonly isProxy: (address: string) => boolean;
  };
  readonly database: { readonly url: string; readonly pool: number };
  readonly redisUrl: string | undefined;
  readonly realtimeAdapter: 'none' | 'postgres' | 'redis';
  readonly logLevel: string;
  readonly metricsToken: string | undefined;
  readonly operator: { readonly email: string; readonly password: string } | undefined;
  /** The platform's people must have a second factor. */
  readonly operatorSecondFactor: boolean;
  readonly root: string;
  /** Where the starter keeps what is not code: the demo's log-ins and links are in its demo.json. */
  readonly dataFolder: string;
  readonly demo: boolean;
  /** Without an address letters become files in the data folder. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  /** Who says yes to a district that signs up, and how long it may try. */
  readonly signup: { readonly approval: 'manual' | 'automatic' | 'off'; readonly trialDays: number };
  /** At least one. */
  readonly masterKeys: readonly MasterKey[];
  /** How visitors get notices: not at all; or, for rehearsal tenants only, as a line in the log. */
  readonly noticeSender: 'none' | 'log';
  /** Identity providers may be in private networks, and on this machine by http. */
  readonly ssoPrivateNetworks: boolean;
  /** Whether the server may send to a printer at this IPv4 address. */
  readonly mayPrintAt: (address: string) => boolean;
  /** The general limits times this; 0 = none. Limits of guesses stay. */
  readonly rateLimitFactor: number;
}

export class ConfigError extends Error {}

/**
 * @param environment usually process.env
 * @param args command line; `--roles=api,realtime,worker` (default all)
 * @throws ConfigError with one sentence per wrong variable; values are not repeated, since some are secrets.
 */
export function readConfig(environment: Record<string, string | undefined>, args: readonly string[]): Config {
  const parsed = Environment.safeParse(withoutEmpty(withFiles(environment)));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const env = parsed.data;
  const roles = readRoles(args);
  const root = env.SUNBEON_ROOT ?? process.cwd();
  const operator =
    env.OPERATOR_EMAIL && env.OPERATOR_PASSWORD
      ? { email: env.OPERATOR_EMAIL.toLowerCase(), password: env.OPERATOR_PASSWORD }
      : undefined;
  return Object.freeze({
    roles,
    http: {
      port: env.PORT,
      host: env.HOST,
      publicUrl: env.PUBLIC_URL,
      isProxy: (address: string) => env.TRUST_PROXY(address, 0),
    },
    database: { url: env.DATABASE_URL, pool: env.DATABASE_POOL },
    redisUrl: env.REDIS_URL,
    realtimeAdapter:
      env.REALTIME_ADAPTER ?? (env.REDIS_URL ? 'redis' : roles.size < roleNames.length ? 'postgres' : 'none'),
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    operator,
    operatorSecondFactor: env.OPERATOR_SECOND_FACTOR === 'required',
    root,
    dataFolder: resolve(root, env.SUNBEON_DATA ?? '.data'),
    demo: env.SUNBEON_DEMO,
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    signup: { approval: env.SIGNUP_APPROVAL, trialDays: env.TRIAL_DAYS },
    masterKeys: env.MASTER_KEYS,
    noticeSender: env.NOTICE_SENDER,
    ssoPrivateNetworks: env.SSO_PRIVATE_NETWORKS,
    mayPrintAt: (address: string) => env.PRINTER_NETWORKS.check(address, 'ipv4'),
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
  });
}

function withFiles(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  try {
    return withSecretFiles(environment);
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

function readRoles(args: readonly string[]): ReadonlySet<RoleName> {
  const given = args.find((arg) => arg.startsWith('--roles='))?.slice('--roles='.length);
  const names = given ? given.split(',') : [...roleNames];
  const unknown = names.filter((name) => !roleNames.includes(name as RoleName));
  if (unknown.length > 0)
    throw new ConfigError(`--roles: unknown role ${unknown.join(', ')}; there are ${roleNames.join(', ')}`);
  return new Set(names as RoleName[]);
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
