import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@sunbeon/contract';
import { mayManage } from './staff.policy.ts';

const person = (roles: Role[], officeIds: string[] = []) => ({ roles, officeIds });

describe('who manages whom', () => {
  it('lets an owner of the tenant manage everybody', () => {
    expect(roles.every((role) => mayManage(person(['owner']), person([role], ['a'])))).toBe(true);
  });

  it('lets a supervisor and an owner of some offices manage lower roles only', () => {
    for (const manager of [person(['supervisor']), person(['owner'], ['a'])])
      expect(roles.filter((role) => mayManage(manager, person([role], ['a'])))).toEqual(['staff', 'greeter', 'viewer']);
    expect(mayManage(person(['supervisor']), person(['staff', 'owner'], ['a']))).toBe(false);
  });

  it('keeps them within their own offices', () => {
    const chief = person(['supervisor'], ['a', 'b']);
    expect(mayManage(chief, person(['staff'], ['a']))).toBe(true);
    expect(mayManage(chief, person(['staff'], ['b', 'a']))).toBe(true);
    expect(mayManage(chief, person(['staff'], ['a', 'c']))).toBe(false);
    expect(mayManage(chief, person(['staff']))).toBe(false);
    expect(mayManage(person(['supervisor']), person(['staff']))).toBe(true);
  });
});
