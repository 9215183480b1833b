import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Fields that never reach the log, wherever they stand. */
const secret = ['authorization', 'cookie', 'password', 'token', 'phone', 'email', 'refreshToken', 'accessToken'];

export function createLogger(level: string): Logger {
  const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({
    level,
    redact: { paths, censor: '[redacted]' },
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

type Entry = string | { msg?: string } | Error;

/** Nest's logger on pino: messages are constants, values are fields. ERROR means that somebody must act. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(entry: Entry, context?: string): void {
    this.write('info', entry, context);
  }
  warn(entry: Entry, context?: string): void {
    this.write('warn', entry, context);
  }
  error(entry: Entry, ...rest: string[]): void {
    const stack = rest.length > 1 ? rest[0] : undefined;
    this.write('error', entry, rest.at(-1), stack);
  }
  debug(entry: Entry, context?: string): void {
    this.write('debug', entry, context);
  }
  verbose(entry: Entry, context?: string): void {
    this.write('debug', entry, context);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug', entry: Entry, context?: string, stack?: string): void {
    const fields = entry instanceof Error ? { err: entry } : typeof entry === 'string' ? { msg: entry } : entry;
    this.logger[level]({ context, ...(stack ? { stack } : {}), ...fields });
  }
}
