import { newKey } from '@sunbeon/client';
import type { HallTicket, IssuedTicket } from '@sunbeon/contract';
import type { DeskAction } from '../hall/what-may-be-done.ts';

/** What the server said to a command. */
export type Outcome =
  | { readonly kind: 'done'; readonly action: DeskAction; readonly ticket: HallTicket | null; readonly where?: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'issued'; readonly issued: IssuedTicket }
  | { readonly kind: 'reprinted'; readonly number: string; readonly printer: string }
  | { readonly kind: 'failed'; readonly action: Commanded; readonly error: unknown };

/** What a command can be about. */
export type Commanded = DeskAction | 'issue' | 'reprint';

export interface CommandState {
  /** The command under way; none other begins until it is over and the hall shows its result. */
  readonly pending: Commanded | null;
  /** Tries without a clear answer. */
  readonly unclearTries: number;
  /** What the last command came to; `id` rises with each. */
  readonly last: (Outcome & { readonly id: number }) | null;
}

/** What a command needs to be asked again until it is clear, within limits. */
export interface Asking {
  readonly idempotencyKey: string;
  readonly patienceMs: number;
  readonly onUnclear: (tries: number) => void;
}

interface Answered {
  readonly ticket: HallTicket | null;
  readonly revision: number;
}

const patienceMs = 20_000;

/**
 * Runs one command at a time. A command asked for while another is under way is not kept for later: whoever holds a key
 * down, or presses twice, gets one call. Under the same key an unclear command is asked again, so that it happens once.
 */
export class CommandRunner {
  private current: CommandState = { pending: null, unclearTries: 0, last: null };
  private readonly listeners = new Set<() => void>();
  private count = 0;

  /** @param reached resolves when the screen shows the office at a revision */
  constructor(private readonly reached: (revision: number) => Promise<void>) {}

  state = (): CommandState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * @param where for the sentence that reports a transfer
   * @returns whether it was carried out; false also when another command is under way
   */
  async run(
    action: DeskAction,
    ask: (asking: Asking) => Promise<Answered | undefined>,
    where?: string,
  ): Promise<boolean> {
    return this.once(action, async (asking) => {
      const answer = await ask(asking);
      if (answer === undefined) return { kind: 'nobody' };
      await this.reached(answer.revision);
      return { kind: 'done', action, ticket: answer.ticket, ...(where !== undefined && { where }) };
    });
  }

  /** Gives out a ticket; the answer is in `last`. */
  async issue(ask: (asking: Asking) => Promise<IssuedTicket>): Promise<boolean> {
    return this.once('issue', async (asking) => ({ kind: 'issued', issued: await ask(asking) }));
  }

  /** Prints a ticket again. @param printer its name, for the sentence that reports it */
  async reprint(printer: string, ask: (asking: Asking) => Promise<{ number: string }>): Promise<boolean> {
    return this.once('reprint', async (asking) => {
      const { number } = await ask(asking);
      return { kind: 'reprinted', number, printer };
    });
  }

  /** Takes the last result off the screen. */
  dismiss = (): void => this.set({ last: null });

  private async once(action: Commanded, work: (asking: Asking) => Promise<Outcome>): Promise<boolean> {
    if (this.current.pending !== null) return false;
    this.set({ pending: action, unclearTries: 0 });
    const onUnclear = (tries: number) => this.set({ unclearTries: tries });
    try {
      const outcome = await work({ idempotencyKey: newKey(), patienceMs, onUnclear });
      this.finish(outcome);
      return true;
    } catch (error) {
      this.finish({ kind: 'failed', action, error });
      return false;
    }
  }

  private finish(outcome: Outcome): void {
    this.count += 1;
    this.set({ pending: null, unclearTries: 0, last: { ...outcome, id: this.count } });
  }

  private set(change: Partial<CommandState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
