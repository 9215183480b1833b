import { stateOfPrinter, type Client, type PrinterFault } from '@sunbeon/client';
import type { DeviceConfig, IssuedTicket, PrintJob } from '@sunbeon/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isSettled, paperOf, type Paper } from './paper.ts';
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
  onState: (state: PrinterState) => void,
): PaperView {
  const way = printer?.way;
  const ticketId = way === 'network' || way === 'serial' ? (ticket?.id ?? null) : null;
  const job = useReceipt(client, ticketId);
  const [waitedMs, setWaitedMs] = useState(0);
  useEffect(() => {
    const since = Date.now();
    setWaitedMs(0);
    const timer = setInterval(() => setWaitedMs(Date.now() - since), 1_000);
    return () => clearInterval(timer);
  }, [ticketId]);
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

/** The receipt of a ticket as the server knows it, asked until it is settled. */
function useReceipt(client: Client, ticketId: string | null) {
  const [value, set] = useState<PrintJob | undefined>();
  useEffect(() => {
    set(undefined);
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
  return { value, set };
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
  onState: (state: PrinterState) => void,
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
