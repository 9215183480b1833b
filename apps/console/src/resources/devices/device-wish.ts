import type { DeviceKind, DeviceSettings } from '@sunbeon/contract';

type Raw = Readonly<Record<string, unknown>>;
const byKind: Readonly<Record<DeviceKind, readonly (keyof DeviceSettings)[]>> = {
  kiosk: ['languages', 'idleSeconds', 'diagonalInches', 'printer'],
  display: ['screen', 'counters', 'voice', 'volume', 'languages', 'diagonalInches', 'layout'],
  relay: [],
  printer: [],
};

/**
 * Settings as the server takes them: those of the kind, without what a form left empty. No counters = all of them.
 * @param raw values of the form
 */
export function settingsOf(kind: DeviceKind, raw: Raw | null | undefined): DeviceSettings {
  const entries = byKind[kind].map((key): [string, unknown] => [
    key,
    key === 'printer' ? printerOf(raw?.[key]) : raw?.[key],
  ]);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

/** Of a printer what its way needs: a form keeps what was typed for another way. */
function printerOf(raw: unknown): Raw | undefined {
  const { way, host, port, baudRate, paperMm } = (raw ?? {}) as Raw;
  if (way === 'network') return { way, host, port, paperMm };
  if (way === 'serial') return { way, baudRate, paperMm };
  return way === 'browser' ? { way } : undefined;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
