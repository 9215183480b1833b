import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Plan } from '@sunbeon/contract';
import type { ClockAnchor } from '../platform/clock/clock.ts';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { TenantKind, TenantStatus } from './tenants.reader.ts';

export interface NewTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly status: TenantStatus;
  readonly plan: Plan;
  readonly areaCode: string | null;
  readonly zone: string;
}

export interface FirstPerson {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: 'owner' | 'operator' | 'region';
}

const insertTenant = statement(
  'tenants.insert',
  'insert into tenant (id, slug, name, kind, area_code, zone, status, plan) values ($1, $2, $3, $4, $5, $6, $7, $8)',
);
/** A tenant's first person, made together with it, and the operator. All others are made by the slice identity. */
const insertPerson = statement(
  'tenants.insert_person',
  `insert into staff (tenant_id, id, email, name, password_hash, roles) values ($1, $2, lower($3), $4, $5, array[$6])`,
);
const readPerson = statement(
  'tenants.read_person',
  `select id, password_hash as "passwordHash" from staff where tenant_id = $1 and email = lower($2) for update`,
);
const setPassword = statement(
  'tenants.set_password',
  'update staff set password_hash = $3, active = true where tenant_id = $1 and id = $2',
);
const endSessions = statement(
  'tenants.end_sessions',
  'update session set revoked_at = now() where tenant_id = $1 and staff_id = $2 and revoked_at is null',
);
const lockClock = statement(
  'tenants.lock_clock',
  `select anchor_real as "anchorReal", anchor_now as "anchorNow", rate from tenant_clock where tenant_id = $1 for update`,
);
const setClock = statement(
  'tenants.set_clock',
  `insert into tenant_clock (tenant_id, anchor_real, anchor_now, rate) values ($1, $2, $3, $4)
   on conflict (tenant_id) do update set anchor_real = $2, anchor_now = $3, rate = $4`,
);
// Locked in one order, so that two who wake all offices at once never wait for each other.
const wakeOffices = statement(
  'tenants.wake_offices',
  `update office_live set wake_at = $2 where tenant_id = $1
     and office_id in (select office_id from office_live where tenant_id = $1 order by office_id for update)`,
);

/** Writes of tenants and their clocks. */
@Injectable()
export class TenantsRepository {
  async insert(tx: Transaction, tenant: NewTenant): Promise<void> {
    const { id, slug, name, kind, areaCode, zone, status, plan } = tenant;
    await tx.rows(insertTenant, [id, slug, name, kind, areaCode, zone, status, plan]);
  }

  /** @returns the person's id */
  async insertPerson(tx: Transaction, person: FirstPerson): Promise<string> {
    const { email, name, passwordHash, role } = person;
    const id = uuidv7();
    await tx.rows(insertPerson, [tx.scope.tenantId, id, email, name, passwordHash, role]);
    return id;
  }

  person(tx: Transaction, email: string): Promise<{ id: string; passwordHash: string } | undefined> {
    return tx.row(readPerson, [tx.scope.tenantId, email]);
  }

  /** Whoever is logged in with the old password is logged out. */
  async changePassword(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
    await tx.rows(setPassword, [tx.scope.tenantId, personId, passwordHash]);
    await tx.rows(endSessions, [tx.scope.tenantId, personId]);
  }

  /** The clock's anchor, locked: one change after the other. */
  lockClock(tx: Transaction): Promise<ClockAnchor | undefined> {
    return tx.row<ClockAnchor>(lockClock, [tx.scope.tenantId]);
  }

  async setClock(tx: Transaction, anchor: ClockAnchor): Promise<void> {
    const { anchorReal, anchorNow, rate } = anchor;
    await tx.rows(setClock, [tx.scope.tenantId, new Date(anchorReal), new Date(anchorNow), rate]);
  }

  /** Makes every office of the tenant due at `now`, so that the sweep looks at it. */
  async wakeOffices(tx: Transaction, now: number): Promise<void> {
    await tx.rows(wakeOffices, [tx.scope.tenantId, new Date(now)]);
  }
}
