import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@sunbeon/contract';
import { mustHaveSecondFactor, permissionsIn, sessionKind } from './second-factor.policy.ts';

const must = (
  role: Role,
  tenantKind: 'live' | 'rehearsal' | 'platform',
  secondFactorRoles: Role[] = [],
  ofOperators = true,
) => mustHaveSecondFactor({ roles: [role], tenantKind, secondFactorRoles }, ofOperators);

describe('the second factor', () => {
  it('is a must for owners of live tenants and for operators', () => {
    expect(roles.filter((role) => must(role, 'live'))).toEqual(['owner']);
    expect(must('operator', 'platform')).toBe(true);
    expect(must('operator', 'platform', [], false)).toBe(false);
  });

  it('is a must for the roles that a tenant names, in a rehearsal for them alone', () => {
    expect(roles.filter((role) => must(role, 'live', ['supervisor']))).toEqual(['owner', 'supervisor']);
    expect(roles.filter((role) => must(role, 'rehearsal'))).toEqual([]);
    expect(roles.filter((role) => must(role, 'rehearsal', ['owner', 'staff']))).toEqual(['owner', 'staff']);
  });

  it('leaves a session to its setting up where it is missing, but not one by the district’s provider or a PIN', () => {
    expect(sessionKind('password', true)).toBe('enrolment');
    expect(sessionKind('password', false)).toBe('full');
    expect(sessionKind('sso', true)).toBe('full');
    expect(sessionKind('pin', true)).toBe('counter');
    expect(permissionsIn('enrolment', ['owner'])).toEqual([]);
    expect(permissionsIn('counter', ['owner'])).toEqual(['hall.view', 'counter.operate', 'ticket.issue']);
    expect(permissionsIn('counter', ['viewer'])).toEqual(['hall.view']);
    expect(permissionsIn('full', ['viewer', 'greeter'])).toEqual(['hall.view', 'ticket.issue', 'ticket.correct']);
  });
});
