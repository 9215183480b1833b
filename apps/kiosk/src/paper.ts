import type { PrintJob } from '@sunbeon/contract';

/**
 * What is said of the paper: none = this kiosk has no printer; coming; there; doubtful = nobody but the visitor can tell;
 * missing = none came.
 */
export type Paper = 'none' | 'coming' | 'there' | 'doubtful' | 'missing';

/** A receipt that nobody speaks of for so long is not coming; longer than the printer itself is waited for. */
const silentMs = 25_000;
/** A kiosk with a printer has a receipt for each ticket; where there is none, its printer was set up after the ticket. */
const absentMs = 5_000;
/** What is said of the paper may change by time alone at these, since the ticket was shown. */
export const paperTimesMs = [absentMs, silentMs] as const;

/** @param waitedMs since the ticket was shown */
export function paperOf(job: Pick<PrintJob, 'state' | 'reason'> | undefined, waitedMs: number): Paper {
  if (!job) return waitedMs < absentMs ? 'coming' : 'missing';
  if (job.state === 'printed') return 'there';
  if (job.state === 'failed') return 'missing';
  if (job.reason === null && waitedMs < silentMs) return 'coming';
  return job.state === 'sent' ? 'doubtful' : 'missing';
}

/** Nothing more will be heard of it. */
export const isSettled = (job: Pick<PrintJob, 'state'> | undefined): boolean =>
  job?.state === 'printed' || job?.state === 'failed';
