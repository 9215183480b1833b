import { ProblemError, type Client } from '@sunbeon/client';
import type { IssuedTicket, KioskIssue, ProblemCode } from '@sunbeon/contract';
import { guarded } from '@sunbeon/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { TicketDesk, type Pending } from './pending.ts';

const known = ['office_closed', 'not_yet_issuing', 'quota_reached', 'issuing_stopped', 'hardware_authority'] as const;
const changed: readonly ProblemCode[] = [
  'service_unknown',
  'add_on_unknown',
  'unknown_priority',
  'phone_not_allowed',
  'consent_required',
];

export type RefusedText = `refused_${(typeof known)[number] | 'changed' | 'other'}`;
export type Issuing =
  | { readonly state: 'idle' }
  | { readonly state: 'asking'; readonly unclear: boolean }
  | { readonly state: 'refused'; readonly code: string; readonly text: RefusedText; readonly trace: string };

interface IssueView {
  issuing: Issuing;
  /** Single flight: a second touch while one is asked does nothing. */
  take: (body: KioskIssue) => void;
  /** The visitor leaves: an answer still to come is given back, a refusal forgotten. */
  leave: () => void;
}

interface IssueInput {
  client: Client;
  deviceId: string;
  onTicket: (ticket: IssuedTicket) => void;
  /** The token counts no more. */
  onRefused: () => void;
  /** The office is not what this kiosk thought. */
  onChanged: () => void;
}

const place = guarded(localStorage);

/** Asks for one ticket at a time, and goes on with one that a restart interrupted. */
export function useIssue(input: IssueInput): IssueView {
  const { client, deviceId } = input;
  const [issuing, setIssuing] = useState<Issuing>({ state: 'idle' });
  const desk = useMemo(() => new TicketDesk(client, place, `sunbeon.kiosk.${deviceId}.pending`), [client, deviceId]);
  const current = useRef<Pending | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const follow = useCallback(
    async (pending: Pending) => {
      const mine = () => current.current === pending;
      current.current = pending;
      setIssuing({ state: 'asking', unclear: false });
      try {
        const ticket = await desk.settle(pending, () => mine() && setIssuing({ state: 'asking', unclear: true }));
        if (!mine()) return;
        setIssuing({ state: 'idle' });
        if (ticket) latest.current.onTicket(ticket);
      } catch (error) {
        if (mine()) setIssuing(refusal(error, latest.current));
      } finally {
        if (mine()) current.current = null;
      }
    },
    [desk],
  );
  useEffect(() => {
    const left = desk.recover();
    if (left && current.current === null) void follow(left);
  }, [desk, follow]);
  const take = (body: KioskIssue) => {
    if (current.current === null) void follow(desk.begin(body));
  };
  const leave = useCallback(() => {
    if (current.current) desk.abandon(current.current.key);
    current.current = null;
    setIssuing({ state: 'idle' });
  }, [desk]);
  return { issuing, take, leave };
}

function refusal(error: unknown, { onRefused, onChanged }: IssueInput): Issuing {
  if (!(error instanceof ProblemError)) {
    console.error('a ticket could not be asked for', error);
    return { state: 'refused', code: 'unknown', text: 'refused_other', trace: '-' };
  }
  if (error.status === 401) {
    onRefused();
    return { state: 'idle' };
  }
  const { code, traceId: trace } = error;
  if (changed.includes(code)) {
    onChanged();
    return { state: 'refused', code, text: 'refused_changed', trace };
  }
  const plain = known.find((one) => one === code);
  return { state: 'refused', code, text: plain ? `refused_${plain}` : 'refused_other', trace };
}
