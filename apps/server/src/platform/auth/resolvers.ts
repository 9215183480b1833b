import type { DeviceIdentity, StaffIdentity } from './identity.ts';

/** Port: whose device token is this? Implemented by the slice devices. Undefined = not valid (any more). */
export abstract class DeviceTokens {
  abstract resolve(token: string): Promise<DeviceIdentity | undefined>;
  /** False once a token was revoked or replaced; asks the database. */
  abstract isAlive(token: string): Promise<boolean>;
}

/** Port: whose access token is this? Implemented by the slice identity. Undefined = not valid (any more). */
export abstract class AccessTokens {
  /** @param use `request` = the person does something, which keeps the session from being idle; `socket` = a screen looks on */
  abstract resolve(token: string, use: 'request' | 'socket'): Promise<StaffIdentity | undefined>;
  /** False once a session has ended, by itself or by somebody. */
  abstract isAlive(session: Pick<StaffIdentity, 'tenantId' | 'sessionId'>): Promise<boolean>;
}
