import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallMessage } from '@sunbeon/contract';
import { Outbox } from '../platform/outbox/outbox.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsReader } from './boards.reader.ts';

/** Carries what commands wrote into the outbox to the screens: calls at once, boards as soon as they are built. */
@Injectable()
export class BoardsListener implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly boards: BoardsReader,
    private readonly gateway: BoardsGateway,
  ) {}

  onModuleInit(): void {
    this.outbox.listen(async (_scope, officeId, messages) => {
      for (const { type, payload } of messages) {
        if (type === 'call') this.gateway.call(officeId, CallMessage.parse(payload));
      }
      this.boards.changed(officeId);
      this.gateway.tellOtherNodes(officeId);
    });
  }
}
