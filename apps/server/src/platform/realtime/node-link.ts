import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

/** While nothing is heard of other nodes, what they changed is looked for so often. */
const LOOK_MS = 2_000;
/** The connection that reads may come back later than the one that tells. */
const SETTLE_MS = 5_000;

/** Whether word of other nodes' changes reaches this one. While it does not, whoever shows them looks by itself. */
@Injectable()
export class NodeLink implements OnModuleInit, OnApplicationShutdown {
  private deafUntil = 0;
  private readonly looks: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  onModuleInit(): void {
    this.timer = setInterval(() => {
      if (Date.now() < this.deafUntil) for (const look of this.looks) look();
    }, LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Nothing is heard from now on. */
  lost(): void {
    this.deafUntil = Infinity;
  }

  /** It is heard again; what was told meanwhile is lost. */
  back(): void {
    if (this.deafUntil > 0) this.deafUntil = Date.now() + SETTLE_MS;
  }

  /** Calls again and again while nothing is heard, and a last time after that. */
  whileLost(look: () => void): void {
    this.looks.push(look);
  }
}
