import { firstRunSteps, type FirstRun, type FirstRunStep, type Permission } from '@sunbeon/contract';

/** How many there are of what each step makes. */
export type FirstRunFacts = Readonly<Record<FirstRunStep, number>>;

interface Person {
  readonly permissions: ReadonlySet<Permission>;
  /** Empty = all of the tenant. */
  readonly officeIds: readonly string[];
}

const may =
  (permission: Permission) =>
  ({ permissions }: Person): boolean =>
    permissions.has(permission);

/** Whose step it is. Offices are made by whoever has all of them; the second factor is asked of owners. */
const theirs: Readonly<Record<FirstRunStep, (person: Person) => boolean>> = {
  office: ({ permissions, officeIds }) => permissions.has('office.configure') && officeIds.length === 0,
  services: may('office.configure'),
  counters: may('office.configure'),
  people: may('staff.invite'),
  second_factor: may('staff.manage'),
  kiosk: may('device.manage'),
  ticket: may('office.configure'),
};

/** The steps of a person, in their order. */
export function firstRunOf(person: Person, facts: FirstRunFacts, aside: boolean): FirstRun {
  const steps = firstRunSteps
    .filter((step) => theirs[step](person))
    .map((step) => ({ step, done: facts[step] > 0, count: facts[step] }));
  return { steps, done: steps.every(({ done }) => done), aside };
}
