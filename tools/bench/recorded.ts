import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** A statement as the server sent it. */
export interface Recorded {
  /** The connection it was sent on: others go on at the same time. */
  readonly connection: object;
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = string | { name?: string; text: string; values?: unknown[] };

/** Runs `work` and returns every statement that node-postgres sent in this process meanwhile, in order. */
export async function record(work: () => Promise<void>): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (query: Query, ...rest: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: pg.Client, asked: Query, ...rest: unknown[]) {
    const { name, text, values } = typeof asked === 'string' ? { name: undefined, text: asked, values: [] } : asked;
    recorded.push({ connection: this, name, text, values: values ?? [] });
    return original.call(this, asked, ...rest);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return recorded;
}

const anyUuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One recorded command and what stands for its own in it. */
export interface Command {
  readonly statements: readonly Recorded[];
  /** Ids, label and key of the recorded run, to be exchanged in every other. */
  readonly ticketId: string;
  readonly label: string;
  readonly key: string;
}

interface Row {
  id?: string;
  ordinal?: number;
  label?: string;
  revision?: number;
  eventSeq?: number;
  callSeq?: number;
}

/** Positions of revision, event_seq and call_seq among the values of hall.save. */
const SEQUENCES = { revision: 8, eventSeq: 9, callSeq: 10 } as const;

/**
 * Sends the recorded statements of one command again through a bare client: new ids, another office, and the numbers
 * that this run's own reads return (the ordinal drawn, the first ticket in line, the sequences under the lock). Nothing
 * else of the server takes part.
 * @param fixed recorded id -> id of this run: tenant, office, service, counters
 * @param labelOf label of an ordinal of the series
 */
export async function replay(
  client: pg.PoolClient,
  command: Command,
  fixed: ReadonlyMap<string, string>,
  labelOf: (ordinal: number) => string,
): Promise<void> {
  const run = new Run(command, fixed, labelOf);
  for (const statement of command.statements) {
    const values = run.fit(statement);
    const { name, text } = statement;
    const query = name === undefined ? run.fitText(text) : { name, text, values };
    const result = (await client.query(query as pg.QueryConfig)) as pg.QueryResult<Row>;
    run.learn(statement.name, result.rows?.[0]);
  }
}

class Run {
  private readonly ids: Map<string, string>;
  private readonly key = uuidv7();
  private ordinal: number | undefined;
  private live: Required<Pick<Row, 'revision' | 'eventSeq' | 'callSeq'>> = { revision: 0, eventSeq: 0, callSeq: 0 };

  constructor(
    private readonly command: Command,
    fixed: ReadonlyMap<string, string>,
    private readonly labelOf: (ordinal: number) => string,
  ) {
    this.ids = new Map(fixed);
  }

  learn(name: string | undefined, row: Row | undefined): void {
    if (!row) return;
    if (name?.startsWith('hall.lock')) {
      this.live = { revision: Number(row.revision), eventSeq: Number(row.eventSeq), callSeq: Number(row.callSeq) };
    }
    if (name === 'hall.draw') this.ordinal = row.ordinal;
    if (name === 'hall.tickets' && this.command.statements.every((statement) => statement.name !== 'hall.draw')) {
      this.ids.set(this.command.ticketId, String(row.id));
      this.ordinal = row.ordinal;
    }
  }

  fit({ name, values }: Recorded): unknown[] {
    const fitted = values.map((value) => (typeof value === 'string' ? this.fitText(value) : value));
    if (name !== 'hall.save') return fitted;
    const recordedSeq = Number(values[SEQUENCES.eventSeq]);
    const events = (JSON.parse(String(values[3])) as unknown[]).length;
    const shift = this.live.eventSeq + events - recordedSeq;
    fitted[3] = moveSeq(String(fitted[3]), shift);
    fitted[4] = moveSeq(String(fitted[4]), shift);
    fitted[SEQUENCES.revision] = this.live.revision + 1;
    fitted[SEQUENCES.eventSeq] = this.live.eventSeq + events;
    fitted[SEQUENCES.callSeq] = this.live.callSeq + 1;
    return fitted;
  }

  fitText(text: string): string {
    const result = text
      .replaceAll(anyUuid, (id) => {
        if (!this.ids.has(id)) this.ids.set(id, uuidv7());
        return this.ids.get(id) ?? id;
      })
      .replaceAll(this.command.key, this.key);
    const { ordinal } = this;
    if (ordinal === undefined) return result;
    return result
      .replaceAll(/"place":(\d+)/g, (_, place: string) => `"place":${Number(place) + ordinal}`)
      .replaceAll(`"label":"${this.command.label}"`, `"label":"${this.labelOf(ordinal)}"`)
      .replaceAll(/"ordinal":\d+/g, `"ordinal":${ordinal}`);
  }
}

const moveSeq = (json: string, shift: number) =>
  json.replaceAll(/"seq":(\d+)/g, (_, seq: string) => `"seq":${Number(seq) + shift}`);
