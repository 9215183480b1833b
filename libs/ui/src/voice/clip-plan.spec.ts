import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipPlan } from './clip-plan.ts';

it.each([
  ['117', '5', ['ticket-117', 'guest', 'counter-5', 'come']],
  ['A38', '10', ['letter-A', 'ticket-38', 'guest', 'counter-10', 'come']],
  ['1000', '1', ['ticket-1000', 'guest', 'counter-1', 'come']],
  ['2040', '1', ['thousand-2', 'ticket-40', 'guest', 'counter-1', 'come']],
  ['007', 'A3', ['zero', 'zero', 'ticket-7', 'guest', 'letter-A', 'counter-3', 'come']],
  ['0', '1', ['ticket-0', 'guest', 'counter-1', 'come']],
  ['b101', '1', ['letter-B', 'ticket-101', 'guest', 'counter-1', 'come']],
])('%s to %s', (number, counter, names) => expect(clipPlan({ number, counter })).toEqual(names));

it.each([
  ['12345', '1'],
  ['', '1'],
  ['여권 3', '1'],
  ['101', '민원'],
  ['101', '100'],
])('%s to %s has no clips', (number, counter) => expect(clipPlan({ number, counter })).toBeNull());

it('is a different sentence for every number and counter', () => {
  const label = fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 99 }));
  const plan = ([number, counter]: [number, number]) =>
    clipPlan({ number: `${number}`, counter: `${counter}` })?.join();
  fc.assert(fc.property(label, label, (a, b) => (plan(a) === plan(b)) === (a[0] === b[0] && a[1] === b[1])));
});
