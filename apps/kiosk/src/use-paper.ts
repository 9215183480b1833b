import type { Client } from '@sunbeon/client';
import { stateOfPrinter, type PrinterFault } from '@sunbeon/client/printer-line';
import type { DeviceConfig, IssuedTicket, PrintJob } from '@sunbeon/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isSettled, paperOf, paperTimesMs, type Paper } from './paper.ts';
import { printBySerial } from './serial-desk.ts';
import { takeSerial } from './serial-wire.ts';

export type PrinterState = 'ok' | 'none' | 'paper_end' | 'cover_open' | 'gone';
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
  const doubtful = useSerial(client, job.value, printer, onState);
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

/** Receipts that this page has begun to print: each once, however often React mounts. */
const begun = new Set<string>();

/** A printer that is ill is asked again so often whether it is well. */
const healthMs = 10_000;

const stateOf = (fault: PrinterFault | null): PrinterState =>
  fault === null ? 'ok' : fault === 'silent' ? 'gone' : fault;

/** Prints by the kiosk's own cable. @returns true once nobody knows whether it came out */
function useSerial(
  client: Client,
  job: PrintJob | undefined,
  printer: Printer,
  onState: (state: PrinterState | null) => void,
): boolean {
  const [doubtful, setDoubtful] = useState<string | null>(null);
  const [state, setState] = useState<PrinterState | null>(null);
  const busy = useRef(false);
  const latest = useRef(onState);
  useEffect(() => {
    latest.current = onState;
  });
  const baudRate = printer?.way === 'serial' ? printer.baudRate : undefined;
  const say = useCallback((fault: PrinterFault | null) => {
    setState(stateOf(fault));
    latest.current(stateOf(fault));
  }, []);
  useEffect(() => {
    if (baudRate !== undefined) return;
    setState(null);
    latest.current(null); // another way, or none: what was found at the cable says nothing any more
  }, [baudRate]);
  useEffect(() => {
    if (baudRate === undefined || state === 'ok') return;
    const look = async () => {
      if (busy.current) return;
      busy.current = true;
      say(await stateOfPrinter(() => takeSerial(baudRate)).finally(() => (busy.current = false)));
    };
    const timer = setTimeout(() => void look(), state === null ? 0 : healthMs);
    const again = setInterval(() => void look(), healthMs);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [baudRate, state, say]);
  const waits = job?.state === 'wanted' ? job.id : null;
  useEffect(() => {
    if (baudRate === undefined || waits === null || begun.has(waits)) return;
    begun.add(waits);
    const print = async () => {
      while (busy.current) await new Promise((resolve) => setTimeout(resolve, 50));
      busy.current = true;
      const way = () => takeSerial(baudRate);
      return printBySerial(client, { id: waits }, way, say).finally(() => (busy.current = false));
    };
    print()
      .then((outcome) => outcome === 'unknown' && setDoubtful(waits))
      .catch((error: unknown) => {
        console.warn('a receipt could not be printed', error);
        setDoubtful(waits);
      });
  }, [client, baudRate, waits, say]);
  return job !== undefined && doubtful === job.id;
}
