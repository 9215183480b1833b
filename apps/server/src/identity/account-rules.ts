import { Inject, Injectable } from '@nestjs/common';
import type { SessionKind } from '@sunbeon/contract';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { mustHaveSecondFactor, sessionKind, type BegunBy, type Guarded } from './second-factor.policy.ts';

/** Rules of this installation and of tenants for accounts. */
@Injectable()
export class AccountRules {
  private readonly ofOperators: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.ofOperators = config.operatorSecondFactor;
  }

  mustHaveSecondFactor(person: Guarded): boolean {
    return mustHaveSecondFactor(person, this.ofOperators);
  }

  /** What a session of a person is good for now: it widens when the second factor is set up, and narrows when one becomes a must. */
  sessionOf(person: Guarded & { readonly secondFactor: boolean }, by: BegunBy): SessionKind {
    return sessionKind(by, this.mustHaveSecondFactor(person) && !person.secondFactor);
  }
}
