import { createClient, ProblemError, type Client } from '@sunbeon/client';
import type { SessionAnswer } from '@sunbeon/contract';
import { TOTP } from 'otpauth';

/** Recovery codes that are left, by installation and account: an authenticator's code counts once in thirty seconds. */
const codes = new Map<string, string[]>();

/**
 * Logs in as a person with an authenticator app would: who must have a second factor and has none yet sets it up, and who
 * set it up here sends a code. For tests and measurements, in which owners of live tenants come and go.
 */
export async function logIn(baseUrl: string, email: string, password: string): Promise<SessionAnswer> {
  const key = `${baseUrl} ${email.toLowerCase()}`;
  const first = await firstStep(baseUrl, email, password);
  if ('challenge' in first) return secondStep(baseUrl, key, password, first.challenge);
  if (first.me.session !== 'enrolment') return first;
  const client = clientOf(baseUrl, first);
  const { secret } = await client.call('secondFactorBegin', { body: {} });
  const { recoveryCodes } = await client.call('secondFactorConfirm', {
    body: { code: new TOTP({ secret }).generate() },
  });
  codes.set(key, [...recoveryCodes]);
  return { ...first, me: await client.call('me') };
}

async function firstStep(
  baseUrl: string,
  email: string,
  password: string,
): Promise<SessionAnswer | { challenge: string }> {
  try {
    return await createClient({ baseUrl }).call('login', { body: { email, password } });
  } catch (error) {
    if (error instanceof ProblemError && error.challenge !== undefined) return { challenge: error.challenge };
    throw error;
  }
}

async function secondStep(baseUrl: string, key: string, password: string, challenge: string): Promise<SessionAnswer> {
  const left = codes.get(key) ?? [];
  const answer = await createClient({ baseUrl }).call('loginSecondFactor', {
    body: { challenge, code: left.pop() ?? '' },
  });
  // With the last one come ten new ones.
  if (left.length === 1) {
    const proof = { password, code: left[0] ?? '' };
    codes.set(key, [...(await clientOf(baseUrl, answer).call('recoveryCodesRenew', { body: proof })).recoveryCodes]);
  }
  return answer;
}

function clientOf(baseUrl: string, { accessToken }: SessionAnswer): Client {
  return createClient({ baseUrl, authorization: () => `Bearer ${accessToken}` });
}
