import { connectRealtime, type Realtime, type RealtimeOptions, type Session } from '@sunbeon/client';

type Heard = Omit<RealtimeOptions['on'], 'revoked'>;

/** Listens to an office for as long as the session lives, whose token may change meanwhile. @returns ends it */
export function listenToHall(session: Session, office: string, on: Heard): () => void {
  let link: Realtime | undefined;
  // Not before the effect has come to stay: React mounts twice while developing.
  const timer = setTimeout(() => {
    const opened = connectRealtime({
      baseUrl: '',
      auth: () => ({ accessToken: session.accessToken ?? '', office }),
      on: {
        ...on,
        // A token that ended meanwhile; a session that has ended is noticed by SessionEnd.
        revoked: () => void session.refresh().then(({ phase }) => phase === 'in' && opened.reconnect()),
      },
    });
    link = opened;
  }, 0);
  return () => {
    clearTimeout(timer);
    link?.close();
  };
}
