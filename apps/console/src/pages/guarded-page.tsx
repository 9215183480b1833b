import type { ReactNode } from 'react';
import { AccessDenied } from 'react-admin';
import { mayOpen, type Place } from '../session/access.ts';
import { useMe } from '../session/session-context.ts';

/** A page for whoever may open it. */
export function GuardedPage({ place, children }: { place: Place; children: ReactNode }) {
  const me = useMe();
  if (!me) return null;
  return mayOpen(me.permissions, place) ? children : <AccessDenied />;
}
