import { createClient, OfflineError, ProblemError, type Client } from '@sunbeon/client';
import type { DeviceKind } from '@sunbeon/contract';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  deviceStore,
  pairedAddress,
  readAddress,
  readHandover,
  type DeviceStore,
  type PairedDevice,
} from './device-store.ts';

export const pairFaults = ['wrong_code', 'wrong_kind', 'too_many', 'offline'] as const;
export type PairFault = (typeof pairFaults)[number];

export interface DeviceView {
  /** null = not paired: show the PairingScreen. */
  device: PairedDevice | null;
  /** A code is being exchanged. */
  pairing: boolean;
  fault: PairFault | null;
  /** The token was refused; until paired anew. */
  revoked: boolean;
  client: Client;
  store: DeviceStore;
  pair: (code: string) => void;
  /** Call when the server says that the token counts no more. */
  revoke: () => void;
}

/** A code works once: the same code is exchanged once per page, however often React mounts. */
const exchanges = new Map<string, Promise<PairedDevice>>();

async function exchange(code: string, kind: DeviceKind): Promise<PairedDevice> {
  const { deviceId, token, kind: got } = await createClient({ baseUrl: '' }).call('pair', { body: { code } });
  if (got !== kind) throw new WrongKind();
  return { deviceId, token };
}

class WrongKind extends Error {}

function faultOf(error: unknown): PairFault {
  if (error instanceof WrongKind) return 'wrong_kind';
  if (error instanceof OfflineError) return 'offline';
  if (error instanceof ProblemError && error.status === 429) return 'too_many';
  return error instanceof ProblemError && error.status < 500 ? 'wrong_code' : 'offline';
}

/** The store, with the device that the address hands over, if it does; then the address is cleaned. */
function storeWith(kind: DeviceKind, wanted: string | null): DeviceStore {
  const store = deviceStore(kind, wanted);
  const handed = readHandover(location.hash);
  if (handed) {
    store.save(handed);
    history.replaceState(null, '', pairedAddress(location.href, handed.deviceId));
  }
  return store;
}

/** This browser as a device of a kind: its stored token, pairing by code or `?pair=CODE`, and a client that uses it. */
export function useDevice(kind: DeviceKind): DeviceView {
  const address = useMemo(() => readAddress(location.search), []);
  const store = useMemo(() => storeWith(kind, address.device), [kind, address]);
  const [device, setDevice] = useState(() => store.current());
  const [pairing, setPairing] = useState(address.pair !== null);
  const [fault, setFault] = useState<PairFault | null>(null);
  const [revoked, setRevoked] = useState(false);
  const token = device?.token;
  const client = useMemo(
    () => createClient({ baseUrl: '', authorization: () => (token === undefined ? undefined : `Device ${token}`) }),
    [token],
  );

  const pair = useCallback(
    (code: string) => {
      setPairing(true);
      setFault(null);
      const attempt = exchanges.get(code) ?? exchange(code, kind);
      exchanges.set(code, attempt);
      attempt
        .then((paired) => {
          store.save(paired);
          history.replaceState(null, '', pairedAddress(location.href, paired.deviceId));
          setRevoked(false);
          setDevice(paired);
        })
        .catch((error: unknown) => {
          exchanges.delete(code);
          setFault(faultOf(error));
        })
        .finally(() => setPairing(false));
    },
    [kind, store],
  );
  const revoke = useCallback(() => {
    store.forget();
    setRevoked(true);
    setDevice(null);
  }, [store]);
  useEffect(() => {
    if (address.pair !== null) pair(address.pair);
  }, [address, pair]);
  return { device, pairing, fault, revoked, client, store, pair, revoke };
}
