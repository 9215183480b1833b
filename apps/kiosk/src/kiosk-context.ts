import type { Board, DeviceConfig, PublicService } from '@sunbeon/contract';
import type { Dispatch } from 'react';
import { createContext, useContext } from 'react';
import type { Visit, VisitAction } from './visit.ts';

/** What every screen of the kiosk may read and do. */
export interface Kiosk {
  readonly config: DeviceConfig;
  /** null until the first board has come. */
  readonly board: Board | null;
  /** Is the line to the server there, so that tickets can be given out? */
  readonly online: boolean;
  /** It is not, and not only for the moment that a start takes. */
  readonly away: boolean;
  readonly visit: Visit;
  readonly dispatch: Dispatch<VisitAction>;
}

export const KioskContext = createContext<Kiosk | null>(null);

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === null) throw new Error('outside of the kiosk');
  return kiosk;
}

/** The live figures of a service; null while there are none. */
export function liveService(board: Board | null, serviceId: string): PublicService | null {
  return board?.services.find((service) => service.id === serviceId) ?? null;
}
