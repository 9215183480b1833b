import type { Client } from '@sunbeon/client';
import type { DeviceConfig, IssuedTicket, PrintJob } from '@sunbeon/contract';
import { useCallback, useEffect, useState } from 'react';
import { isSettled, paperOf, paperTimesMs, type Paper } from './paper.ts';
import { useSerial, type PrinterState } from './use-serial.ts';

type Printer = DeviceConfig['settings']['printer'];

const lookMs = 700;

interface PaperView {
  readonly paper: Paper;
  /** The visitor says whether it came out. */
  readonly answer: (cameOut: boolean) => void;
}

/** Follows the receipt of the ticket that is shown, and prints it where the printer hangs at this kiosk. */
export function usePaper(
  client: Client,
  ticket: IssuedTicket | null,
  printer: Printer,
  onState: (state: PrinterState | null) => void,
): PaperView {
  const way = printer?.way;
  const ticketId = way === 'network' || way === 'serial' ? (ticket?.id ?? null) : null;
  const job = useReceipt(client, ticketId);
  const waitedMs = useWaited(ticketId);
  const baudRate = printer?.way === 'serial' ? printer.baudRate : undefined;
  const doubtful = useSerial(client, job.value, baudRate, onState);
  const { value, set } = job;
  const answer = useCallback(
    (cameOut: boolean) => {
      if (!value) return;
      const body = { state: cameOut ? 'printed' : 'failed' } as const;
      client
        .call('devicePrintResult', { params: { id: value.id }, body })
        .then(set)
        // The printer was quicker than the visitor: the next look tells what it said.
        .catch(() => undefined);
    },
    [client, value, set],
  );
  if (ticketId === null) return { paper: 'none', answer };
  const paper = paperOf(value, waitedMs);
  return { paper: doubtful && paper === 'coming' ? 'doubtful' : paper, answer };
}

/** How long a ticket has been shown, as far as that matters: the screen is drawn anew at those moments only. */
function useWaited(ticketId: string | null): number {
  const [waited, setWaited] = useState<{ ticketId: string; ms: number } | null>(null);
  useEffect(() => {
    if (ticketId === null) return;
    const timers = paperTimesMs.map((ms) => setTimeout(() => setWaited({ ticketId, ms }), ms));
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, [ticketId]);
  return waited !== null && waited.ticketId === ticketId ? waited.ms : 0;
}

/** The receipt of a ticket as the server knows it, asked until it is settled. */
function useReceipt(client: Client, ticketId: string | null) {
  const [value, set] = useState<PrintJob | undefined>();
  useEffect(() => {
    if (ticketId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const look = async () => {
      const jobs = await client.call('devicePrintJobs', { signal: stop.signal }).catch(() => []);
      if (stop.signal.aborted) return;
      const found = jobs.find((one) => one.ticketId === ticketId && !one.again);
      if (found) set(found);
      if (!isSettled(found)) timer = setTimeout(() => void look(), lookMs);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, ticketId]);
  return { value: value?.ticketId === ticketId ? value : undefined, set };
}
