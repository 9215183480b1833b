import type { Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { testId } from './pages.ts';

/** An authenticator app on somebody's phone: knows the secret, gives each code once. */
export interface Authenticator {
  /** The next code that was not used yet: waits for it when the present one was. */
  code(): Promise<string>;
}

const stepMs = 30_000;

/** Types the secret that the page shows into an app. */
export async function authenticatorOf(page: Page): Promise<Authenticator> {
  const secret = (await testId(page, 'secret').textContent()) ?? '';
  const totp = new TOTP({ secret: secret.replace(/\s/g, '') });
  let used = 0;
  return {
    async code() {
      const step = Math.max(used + 1, Math.floor(Date.now() / stepMs));
      // The server takes the code of the next half minute as well.
      while (step > Math.floor(Date.now() / stepMs) + 1) await new Promise((resolve) => setTimeout(resolve, 500));
      used = step;
      return totp.generate({ timestamp: step * stepMs });
    },
  };
}
