import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Passwords } from '../platform/auth/passwords.ts';
import { violates } from '../platform/database/constraints.ts';
import type { TenantScope } from '../platform/database/database.ts';
import { TenantEntities } from '../platform/database/entities.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Staff } from './staff.entity.ts';

const fresh = { active: true, secondFactor: false, pin: 'none', lockedUntil: null, lastSeenAt: null } as const;

/** People of a tenant. */
@Injectable()
export class StaffService {
  constructor(
    private readonly entities: TenantEntities,
    private readonly offices: OfficesReader,
    private readonly passwords: Passwords,
  ) {}

  /** Adds a person. @throws conflict when the e-mail is in use, validation when an office is unknown */
  async create(scope: TenantScope, wish: RouteInput<'staffCreate'>['body']): Promise<RouteOutput<'staffCreate'>> {
    const officeIds = await this.officeIds(scope, wish.offices);
    const passwordHash = await this.passwords.hash(wish.password);
    const email = wish.email.toLowerCase();
    const roles = [...new Set(wish.roles)];
    const id = uuidv7();
    const person = { tenantId: scope.tenantId, id, email, name: wish.name, passwordHash, roles, officeIds };
    await this.entities.run(scope, (em) => em.insert(Staff, person)).catch(refuseTaken);
    return { id, email, name: wish.name, roles, offices: [...new Set(wish.offices)], ...fresh };
  }

  async list(scope: TenantScope): Promise<RouteOutput<'staffList'>> {
    const offices = await this.offices.officesOf(scope);
    const slugOf = new Map(offices.map(({ id, slug }) => [id, slug]));
    const people = await this.entities.run(scope, (em) =>
      em.find(Staff, { active: true }, { orderBy: { name: 'asc', id: 'asc' } }),
    );
    return people.map(({ id, email, name, roles, officeIds }) => {
      const offices = officeIds.flatMap((office) => slugOf.get(office) ?? []);
      return { id, email, name, roles, offices, ...fresh };
    });
  }

  private async officeIds(scope: TenantScope, slugs: readonly string[]): Promise<string[]> {
    const offices = await this.offices.officesOf(scope);
    const idOf = new Map(offices.map(({ id, slug }) => [slug, id]));
    const issues = slugs.flatMap((slug, index) =>
      idOf.has(slug) ? [] : [{ path: `body.offices.${index}`, message: `there is no office ${slug}` }],
    );
    if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
    return [...new Set(slugs.flatMap((slug) => idOf.get(slug) ?? []))];
  }
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'staff_email_key')) refuse('conflict', 'this e-mail is in use');
  throw error;
}
