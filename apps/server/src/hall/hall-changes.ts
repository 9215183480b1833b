import { Injectable } from '@nestjs/common';

/** Told the id of an office right after the commit that changed it, before the command answers. */
export type HallListener = (officeId: string) => void;

/**
 * Within this process: whoever reads after a command was answered sees what it did. What must reach screens and other
 * nodes goes through the outbox.
 */
@Injectable()
export class HallChanges {
  private readonly listeners: HallListener[] = [];

  listen(listener: HallListener): void {
    this.listeners.push(listener);
  }

  changed(officeId: string): void {
    for (const listener of this.listeners) listener(officeId);
  }
}
