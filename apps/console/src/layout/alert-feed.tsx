import type { AlertMessage } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import { listenToHall } from '../data/listen-to-hall.ts';
import { alertTexts, alertWord } from '../resources/alerts/alert-texts.ts';
import { mayOpen } from '../session/access.ts';
import { useMe, useSession } from '../session/session-context.ts';
import { layoutTexts } from './layout-texts.ts';

/** Offices whose alerts come at once; those of further ones with the next reading (30 s). */
const most = 12;

/** Listens to the halls: an alert is shown as it begins and as it ends, and lists are read anew. */
export function AlertFeed() {
  const session = useSession();
  const me = useMe();
  const tell = useTell();
  const listens = me !== null && mayOpen(me.permissions, 'alerts') && me.permissions.includes('hall.view');
  const offices = listens ? me.offices.slice(0, most).map(({ slug }) => slug) : [];
  const key = offices.join(' ');
  useEffect(() => {
    const listen = (office: string) => listenToHall(session, office, { alert: (alert) => tell.current(alert) });
    const stops = key.split(' ').filter(Boolean).map(listen);
    return () => stops.forEach((stop) => stop());
  }, [key, session, tell]);
  return null;
}

/** Says an alert aloud on the page; kept in a ref so that a change of language opens no socket anew. */
function useTell() {
  const queries = useQueryClient();
  const notify = useNotify();
  const t = useTexts(layoutTexts);
  const word = useTexts(alertTexts);
  const tell = useRef((_: AlertMessage) => undefined as void);
  useEffect(() => {
    tell.current = ({ state, kind, subject }) => {
      if (state === 'stands') return; // stands in the lists already
      void queries.invalidateQueries({ queryKey: ['alerts'] });
      void queries.invalidateQueries({ queryKey: ['devices'] });
      const { name } = subject;
      if (state === 'ended') notify(t('alert_ended', { name }), { type: 'success' });
      else
        notify(t('alert_began', { name, kind: alertWord(word, kind) }), { type: 'warning', autoHideDuration: 8_000 });
    };
  }, [queries, notify, t, word]);
  return tell;
}
