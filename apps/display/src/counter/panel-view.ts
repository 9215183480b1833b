import type { Board, DeviceConfig, Language } from '@sunbeon/contract';
import { localText } from '@sunbeon/ui';

export const panelStates = ['called', 'serving', 'open', 'paused', 'closed', 'unknown'] as const;
/** State of the counter; unknown = the settings name a counter that the office does not have. */
export type PanelState = (typeof panelStates)[number];

/** One counter as its monitor shows it. */
export interface PanelView {
  readonly number: string;
  readonly state: PanelState;
  /** Service of the ticket here, else the counter's own name. */
  readonly service: string;
  readonly ticket: string | null;
  /** People waiting for what this counter serves; null where that is not known. */
  readonly waiting: number | null;
  readonly pausedUntil: string | null;
  /** Its newest call is so fresh that the colours are inverted. */
  readonly inverted: boolean;
  readonly recall: boolean;
}

type Facts = Pick<Board, 'counters' | 'services' | 'calls'>;

/** The counters of a monitor in the order of its settings; without settings, all of the office. */
export function panelViews(
  board: Facts,
  config: Pick<DeviceConfig, 'settings' | 'counters'>,
  fresh: ReadonlySet<number>,
  language: Language,
): PanelView[] {
  const numbers = config.settings.counters?.length
    ? config.settings.counters
    : board.counters.map(({ number }) => number);
  return numbers.map((number) => panelView(number, board, config.counters ?? [], fresh, language));
}

function panelView(
  number: string,
  board: Facts,
  counters: NonNullable<DeviceConfig['counters']>,
  fresh: ReadonlySet<number>,
  language: Language,
): PanelView {
  const counter = board.counters.find((one) => one.number === number);
  const configured = counters.find((one) => one.number === number);
  const service = board.services.find(({ id }) => id === counter?.calling?.serviceId);
  const name = configured ? localText(configured.name, language) : (counter?.name ?? '');
  const call = board.calls.find((one) => one.counter === number);
  const calling = counter?.calling ?? null;
  return {
    number,
    state: counter?.state ?? 'unknown',
    service: service ? localText(service.names, language) : name,
    ticket: calling?.number ?? null,
    waiting: waitingFor(configured?.serviceIds ?? [], board.services),
    pausedUntil: counter?.state === 'paused' ? counter.pausedUntil : null,
    inverted: call !== undefined && fresh.has(call.seq),
    recall: call !== undefined && calling !== null && call.number === calling.number && call.recall,
  };
}

function waitingFor(serviceIds: readonly string[], services: Facts['services']): number | null {
  const served = services.filter(({ id }) => serviceIds.includes(id));
  return served.length === 0 ? null : served.reduce((sum, { waiting }) => sum + waiting, 0);
}
