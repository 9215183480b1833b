import { Injectable } from '@nestjs/common';
import { explainOrder } from '@sunbeon/domain';
import { Database, type TenantScope } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { EventsReader } from '../hall/events.reader.ts';
import { HallRepository } from '../hall/hall.repository.ts';

/** Explains from the log alone why one ticket was called before another ("why was 214 before 211?"). */
@Injectable()
export class OrderService {
  constructor(
    private readonly database: Database,
    private readonly halls: HallRepository,
    private readonly events: EventsReader,
  ) {}

  /** @throws not_found when one of the numbers was not given out on the office's present day */
  explain(scope: TenantScope, officeId: string, first: string, second: string) {
    return this.database.transaction(scope, async (tx) => {
      const live = (await this.halls.read(tx, officeId)) ?? refuse('not_found');
      const events = live.businessOn === null ? [] : await this.events.day(tx, officeId, live.businessOn);
      const explained = explainOrder(events, first, second) ?? refuse('not_found');
      return { ...explained, reasons: explained.reasons.map(({ code, values }) => ({ code, values: plain(values) })) };
    });
  }
}

type Value = string | number | readonly string[] | null;

function plain(values: Record<string, Value>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isList(value) ? [...value] : value]));
}

const isList = (value: Value): value is readonly string[] => Array.isArray(value);
