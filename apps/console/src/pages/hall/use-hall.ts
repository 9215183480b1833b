import type { Link } from '@sunbeon/client';
import type { Hall } from '@sunbeon/contract';
import { staleness, useLanguage, type Received, type Staleness } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { listenToHall } from '../../data/listen-to-hall.ts';
import { useSession } from '../../session/session-context.ts';

export interface HallView {
  readonly hall: Received<Hall> | null;
  /** What must be said about the age of what is shown; null = it is live. */
  readonly stale: Staleness | null;
  /** The institution's halls rest. */
  readonly resting: boolean;
}

const noLink: Link = { state: 'offline', ageSeconds: null, lastContactMs: null };

/** The hall of an office as it is now: the newest whole snapshot, told anew at every change. */
export function useHall(office: string): HallView {
  const session = useSession();
  const language = useLanguage();
  const [hall, setHall] = useState<Received<Hall> | null>(null);
  const [link, setLink] = useState<Link>(noLink);
  const [resting, setResting] = useState(false);
  useEffect(() => {
    const stop = listenToHall(session, office, {
      hall: (value) => {
        setHall({ value, receivedAtMs: Date.now() });
        setResting(false);
      },
      state: setLink,
      resting: () => setResting(true),
    });
    return () => {
      stop();
      setHall(null);
      setLink(noLink);
    };
  }, [office, session]);
  return { hall, resting, stale: staleness(boardOf(hall), link, language) };
}

function boardOf(hall: Received<Hall> | null) {
  if (hall === null) return null;
  const { board, clock } = hall.value;
  return { value: { ...board, clock, calls: [] }, receivedAtMs: hall.receivedAtMs };
}
