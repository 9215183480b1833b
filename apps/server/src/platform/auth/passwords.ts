import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP's cheat sheet on password storage has it: 19 MiB, two passes, one lane. */
/** 2 is argon2id; the enum of the library is a const enum, which nothing exists of at run time. */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At once; more would fill Node's thread pool, on which files and name look-ups wait, too. */
const AT_ONCE = 2;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private readonly nobody = hash('no password has this hash', settings);

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, settings));
  }

  /** @param stored hash of the account, or undefined when there is no such account: the same work, and false */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const known = stored ?? (await this.nobody);
    const fits = await this.inTurn(() => verify(known, password));
    return fits && stored !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((next) => this.waiting.push(next));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody new slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
