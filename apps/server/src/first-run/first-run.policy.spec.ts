import { describe, expect, it } from '@jest/globals';
import { rolePermissions, type Role } from '@sunbeon/contract';
import { firstRunOf } from './first-run.policy.ts';

const nothing = { office: 0, services: 0, counters: 0, people: 0, second_factor: 0, kiosk: 0, ticket: 0 };
const as = (role: Role, officeIds: string[] = []) => ({ permissions: new Set(rolePermissions[role]), officeIds });
const stepsOf = (role: Role, officeIds?: string[]) =>
  firstRunOf(as(role, officeIds), nothing, false).steps.map(({ step }) => step);

describe('the first steps', () => {
  it('are all of them an owner’s', () =>
    expect(stepsOf('owner')).toEqual(['office', 'services', 'counters', 'people', 'second_factor', 'kiosk', 'ticket']));
  it('of a supervisor of one office leave offices and the owner’s second factor to the owner', () => {
    expect(stepsOf('supervisor', ['one'])).toEqual(['services', 'counters', 'people', 'kiosk', 'ticket']);
    expect(stepsOf('supervisor')).toContain('office');
  });
  it('are done when each is there, and not before', () => {
    const there = { office: 1, services: 3, counters: 2, people: 1, second_factor: 1, kiosk: 1, ticket: 1 };
    expect(firstRunOf(as('owner'), there, false).done).toBe(true);
    for (const step of Object.keys(there)) {
      const run = firstRunOf(as('owner'), { ...there, [step]: 0 }, true);
      expect(run).toMatchObject({ done: false, aside: true });
      expect(run.steps.filter(({ done }) => !done)).toEqual([{ step, done: false, count: 0 }]);
    }
  });
});
