import { Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit.ts';
import { Clock } from './clock/clock.ts';
import { DatabaseGate } from './database/database-gate.ts';
import { DatabaseKeeper } from './database/database-keeper.ts';
import { Database } from './database/database.ts';
import { Health } from './health/health.ts';
import { Idempotency } from './http/idempotency.ts';
import { LimitsOfKnown } from './limits/limits-of-known.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { Mail } from './mail/mail.ts';
import { MailCarrier } from './mail/mail.carrier.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { Outbox } from './outbox/outbox.ts';
import { OutboxSweeper } from './outbox/outbox-sweeper.ts';
import { KeyRotation } from './sealing/key-rotation.ts';
import { PublicLinks } from './http/public-links.ts';
import { Sealing } from './sealing/sealing.ts';

const parts = [
  Audit,
  Clock,
  Database,
  DatabaseGate,
  DatabaseKeeper,
  Health,
  Idempotency,
  KeyRotation,
  LimitsOfKnown,
  Mail,
  MailCarrier,
  MailTransport,
  Outbox,
  OutboxSweeper,
  PublicLinks,
  RateLimits,
  Sealing,
];

/** What every slice stands on. */
@Global()
@Module({ providers: parts, exports: parts })
export class PlatformModule {}
