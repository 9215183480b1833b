import type { DeviceIdentity, StaffIdentity } from './identity.ts';

/** Port: whose device token is this? Implemented by the slice devices. Undefined = not valid (any more). */
export abstract class DeviceTokens {
  abstract resolve(token: string): Promise<DeviceIdentity | undefined>;
}

/** Port: whose access token is this? Implemented by the slice identity. Undefined = not valid (any more). */
export abstract class AccessTokens {
  abstract resolve(token: string): Promise<StaffIdentity | undefined>;
}
