import type { Client } from '@sunbeon/client';
import { printReceipt, type PrinterFault, type PrinterWire, type PrintOutcome } from '@sunbeon/client/printer-line';
import type { PrintJob } from '@sunbeon/contract';

/** The printer at the kiosk's own cable is asked again so often, and for so long its visitor is taken to wait. */
const pauseMs = 2_000;
const longestMs = 15_000;

export interface SerialTimes {
  readonly pauseMs: number;
  readonly longestMs: number;
}

/**
 * Prints a receipt that waits, by the kiosk's own cable, and says what became of it. The bytes are given out once: whatever
 * happens after that, they are not sent a second time. What nobody knows stays open for the visitor to answer.
 * @param take opens the cable; null = no printer there
 * @param onFault what is wrong with the printer now; null = nothing
 */
export async function printBySerial(
  client: Client,
  job: Pick<PrintJob, 'id'>,
  take: () => Promise<PrinterWire | null>,
  onFault: (fault: PrinterFault | null) => void,
  times: SerialTimes = { pauseMs, longestMs },
): Promise<PrintOutcome['kind']> {
  const params = { id: job.id };
  const until = Date.now() + times.longestMs;
  for (;;) {
    const outcome = await tryOnce(client, params, take);
    onFault(outcome.kind === 'printed' ? null : outcome.fault);
    if (outcome.kind === 'not_sent' && Date.now() + times.pauseMs < until) {
      await new Promise((resolve) => setTimeout(resolve, times.pauseMs));
      continue;
    }
    if (outcome.kind === 'printed') await client.call('devicePrintResult', { params, body: { state: 'printed' } });
    if (outcome.kind === 'not_sent')
      await client.call('devicePrintResult', { params, body: { state: 'failed', reason: outcome.fault } });
    return outcome.kind;
  }
}

function tryOnce(
  client: Client,
  params: { id: string },
  take: () => Promise<PrinterWire | null>,
): Promise<PrintOutcome> {
  return printReceipt(take, async () => {
    const { base64 } = await client.call('devicePrintTake', { params, body: {} });
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  });
}
