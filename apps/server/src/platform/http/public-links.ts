import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';

/**
 * Addresses that go into letters. They come from the settings (PUBLIC_URL) and never from a request: whoever could choose
 * the Host header would send people of others to a page of their own.
 */
@Injectable()
export class PublicLinks {
  private readonly base: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.base = config.http.publicUrl ?? `http://localhost:${config.http.port}`;
  }

  /** @param path from the root, such as `/signup/reset#…` */
  to(path: string): string {
    return new URL(path, this.base).href;
  }
}
