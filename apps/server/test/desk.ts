import { ProblemError } from '@sunbeon/client';
import type { CounterAnswer, EndpointName, HallTicket } from '@sunbeon/contract';
import type { Person, TestHall } from './hall.ts';

/** Commands that are given at a counter. */
export type DeskCommand = Extract<
  EndpointName,
  | 'counterOpen'
  | 'counterPause'
  | 'counterResume'
  | 'counterClose'
  | 'callNext'
  | 'call'
  | 'recall'
  | 'start'
  | 'complete'
  | 'noShow'
  | 'putBack'
  | 'hold'
  | 'takeUp'
  | 'transfer'
  | 'undo'
  | 'help'
>;

/** A person at a counter. */
export interface Desk {
  readonly counterId: string;
  readonly person: Person;
  /** Gives a command; what the server refuses is thrown as ProblemError. */
  give(command: DeskCommand, body?: object, key?: string): Promise<CounterAnswer | undefined>;
  /** Gives a command that concerns a ticket, and returns it. */
  ticket(command: DeskCommand, body?: object, key?: string): Promise<HallTicket>;
  /** Code with which a command is refused, or 'done'. */
  refusal(command: DeskCommand, body?: object, key?: string): Promise<string>;
}

export function deskAt(hall: TestHall, number: string, person: Person): Desk {
  const counterId = hall.counters[number] ?? '';
  const give: Desk['give'] = (command, body = {}, key) =>
    person.client.call(command as 'call', {
      params: { id: counterId },
      body: body as never,
      ...(key === undefined ? {} : { idempotencyKey: key, patienceMs: 1 }),
    });
  return {
    counterId,
    person,
    give,
    async ticket(command, body, key) {
      const answer = await give(command, body, key);
      if (!answer?.ticket) throw new Error(`${command}: no ticket in the answer`);
      return answer.ticket;
    },
    refusal: (command, body, key) => codeOf(give(command, body, key)),
  };
}

/** A new person who opened the counter. */
export async function openDesk(hall: TestHall, number: string): Promise<Desk> {
  const desk = deskAt(hall, number, await hall.person());
  await desk.give('counterOpen');
  return desk;
}

/** Paths at which a request was refused, or none when it was not. */
export function issuesOf(promise: Promise<unknown>): Promise<string[]> {
  return promise.then(
    () => [],
    (error: unknown) => {
      if (error instanceof ProblemError) return error.issues.map(({ path }) => path);
      throw error;
    },
  );
}

/** Code of the refusal, or 'done'. Anything that is not a refusal is thrown on. */
export function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.code;
      throw error;
    },
  );
}

/** Asks until there is an answer, for at most `patience` milliseconds. */
export async function until<T>(
  read: () => Promise<T | undefined> | T | undefined,
  what: string,
  patience = 10_000,
): Promise<T> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`never came: ${what}`);
}
