import type { Client } from '@sunbeon/client';
import { stateOfPrinter, type PrinterFault } from '@sunbeon/client/printer-line';
import type { PrintJob } from '@sunbeon/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { printBySerial } from './serial-desk.ts';
import { takeSerial } from './serial-wire.ts';

export type PrinterState = 'ok' | 'none' | 'paper_end' | 'cover_open' | 'gone';

/** A printer that is ill, or of which nothing is known yet, is asked so often whether it is well. */
const healthMs = 10_000;
/** Receipts that people ask for once more come without a ticket on the screen. */
const againMs = 3_000;

/** Receipts that this page has begun to print: each once, however often React mounts. */
const begun = new Set<string>();
/** The cable is one: whoever wants it waits until it is free. */
let cable: Promise<unknown> = Promise.resolve();
function atCable<T>(work: () => Promise<T>): Promise<T> {
  const mine = cable.then(work);
  cable = mine.catch(() => undefined);
  return mine;
}

const stateOf = (fault: PrinterFault | null): PrinterState =>
  fault === null ? 'ok' : fault === 'silent' ? 'gone' : fault;

/**
 * The printer at the kiosk's own cable: prints the receipt of the ticket that is shown, and those asked for once more.
 * @param baudRate undefined = there is no such printer
 * @returns true once nobody knows whether the shown ticket's came out
 */
export function useSerial(
  client: Client,
  shown: PrintJob | undefined,
  baudRate: number | undefined,
  onState: (state: PrinterState | null) => void,
): boolean {
  const [doubtful, setDoubtful] = useState<string | null>(null);
  const say = useHealth(baudRate, onState);
  const print = useCallback(
    (id: string) => {
      if (baudRate === undefined || begun.has(id)) return;
      begun.add(id);
      atCable(() => printBySerial(client, { id }, () => takeSerial(baudRate), say))
        .then((outcome) => outcome === 'unknown' && setDoubtful(id))
        .catch((error: unknown) => {
          console.warn('a receipt could not be printed', error);
          setDoubtful(id);
        });
    },
    [client, baudRate, say],
  );
  const waits = shown?.state === 'wanted' ? shown.id : null;
  useEffect(() => {
    if (waits !== null) print(waits);
  }, [waits, print]);
  useEffect(() => {
    if (baudRate === undefined) return;
    const look = async () => {
      const jobs = await client.call('devicePrintJobs').catch(() => []);
      for (const { id, again, state } of jobs) if (again && state === 'wanted') print(id);
    };
    const timer = setInterval(() => void look(), againMs);
    return () => clearInterval(timer);
  }, [client, baudRate, print]);
  return shown !== undefined && doubtful === shown.id;
}

/** Looks after the printer while it is ill; returns how to say what a receipt found. */
function useHealth(
  baudRate: number | undefined,
  onState: (state: PrinterState | null) => void,
): (fault: PrinterFault | null) => void {
  const [state, setState] = useState<PrinterState | null>(null);
  const latest = useRef(onState);
  useEffect(() => {
    latest.current = onState;
  });
  useEffect(() => {
    if (baudRate !== undefined) return;
    setState(null);
    latest.current(null); // another way, or none: what was found at the cable says nothing any more
  }, [baudRate]);
  const say = useCallback((fault: PrinterFault | null) => {
    setState(stateOf(fault));
    latest.current(stateOf(fault));
  }, []);
  useEffect(() => {
    if (baudRate === undefined || state === 'ok') return;
    const look = () => atCable(async () => say(await stateOfPrinter(() => takeSerial(baudRate))));
    const first = state === null ? setTimeout(() => void look(), 0) : undefined;
    const timer = setInterval(() => void look(), healthMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [baudRate, state, say]);
  return say;
}
