import type { DeviceKind } from '@sunbeon/contract';

/** Written out, so that no schema lands in the bundle; a kind that is missing here does not compile. */
const all: Readonly<Record<DeviceKind, true>> = { kiosk: true, display: true, relay: true, printer: true };
export const deviceKinds = Object.keys(all) as DeviceKind[];
