import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { watchIdle } from './idle-watch.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Two windows of one browser share what is stored. */
function makePage(stored = new Map<string, string>()) {
  const listeners = new Map<string, () => void>();
  const page = {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    addEventListener: (name: string, act: () => void) => listeners.set(name, act),
    removeEventListener: (name: string) => listeners.delete(name),
  };
  return { page: page as unknown as Window, act: () => listeners.get('keydown')?.(), listeners };
}

function watch(minutes: number, { page }: { page: Window }) {
  const told: string[] = [];
  const tell = (word: string) => () => void (told.at(-1) !== word && told.push(word));
  const stop = watchIdle(minutes * 60_000, { warn: tell('warn'), back: tell('back'), end: tell('end') }, page);
  return { told, stop };
}

it('says so a minute before, and ends', () => {
  const { told } = watch(5, makePage());
  jest.advanceTimersByTime(3 * 60_000 + 59_000);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(2_000);
  expect(told).toEqual(['warn']);
  jest.advanceTimersByTime(60_000);
  expect(told).toEqual(['warn', 'end']);
});

it('goes on with whoever does something, here or in another window', () => {
  const stored = new Map<string, string>();
  const [here, there] = [makePage(stored), makePage(stored)];
  const { told } = watch(5, here);
  watch(5, there);
  jest.advanceTimersByTime(4 * 60_000 + 30_000);
  there.act();
  jest.advanceTimersByTime(2_000);
  expect(told).toEqual(['warn', 'back']);
  jest.advanceTimersByTime(4 * 60_000 + 30_000);
  here.act();
  jest.advanceTimersByTime(3 * 60_000);
  expect(told).toEqual(['warn', 'back', 'warn', 'back']);
});

it('leaves nothing behind', () => {
  const page = makePage();
  const { told, stop } = watch(5, page);
  stop();
  jest.advanceTimersByTime(10 * 60_000);
  expect([told, page.listeners.size]).toEqual([[], 0]);
});
