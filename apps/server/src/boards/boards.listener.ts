import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallMessage } from '@sunbeon/contract';
import { HallChanges } from '../hall/hall-changes.ts';
import { Outbox, type OutboxMessage } from '../platform/outbox/outbox.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsReader } from './boards.reader.ts';

/** Carries what commands wrote into the outbox to the screens: calls at once, boards as soon as they are built. */
@Injectable()
export class BoardsListener implements OnModuleInit {
  constructor(
    private readonly changes: HallChanges,
    private readonly outbox: Outbox,
    private readonly boards: BoardsReader,
    private readonly gateway: BoardsGateway,
  ) {}

  onModuleInit(): void {
    this.changes.listen((officeId) => this.boards.changed(officeId));
    this.outbox.listen(async (_scope, officeId, messages) => {
      for (const { type, payload } of messages) {
        if (type === 'call') this.gateway.call(officeId, CallMessage.parse(payload));
      }
      // Commands of this process said so already; those of others are known from here only.
      this.boards.changedTo(officeId, revisionIn(messages));
      this.gateway.tellOtherNodes(officeId);
    });
  }
}

/** Newest revision that the messages tell of; 0 when none of them changed what is seen. */
function revisionIn(messages: readonly OutboxMessage[]): number {
  return Math.max(
    0,
    ...messages.filter(({ type }) => type === 'hall.changed').map(({ payload }) => Number(payload['revision'])),
  );
}
