import { expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

it('lets one after the other work per key, also after one that failed, and different keys at once', async () => {
  const turns = new Turns();
  const said: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const failing = turns.take('a', work('1', true));
  const others = [turns.take('a', work('2')), turns.take('b', work('3'))];
  await expect(failing).rejects.toThrow('1');
  await Promise.all(others);
  expect(said.slice(0, 2)).toEqual(['1 begins', '3 begins']);
  const ofA = said.filter((one) => !one.startsWith('3'));
  expect(ofA).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
  await turns.take('a', work('4'));
  expect(said.at(-1)).toBe('4 ends');
});
