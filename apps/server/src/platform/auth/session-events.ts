import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Sessions of people that ended (`ended`), or that now allow something else (`changed`). */
export interface SessionsTouched {
  readonly sessionIds: readonly string[];
  readonly what: 'ended' | 'changed';
}

/**
 * Tells when sessions end or change, after the commit: whoever holds a socket of one cuts it off, and whoever remembers its
 * token forgets it. `tell` is for what happened in this process; `heard` for what another node told.
 */
@Injectable()
export class SessionEvents {
  private readonly emitter = new EventEmitter<{ own: [SessionsTouched]; any: [SessionsTouched] }>();

  /** What happened here; the listener tells other nodes. */
  onOwn(listener: (event: SessionsTouched) => void): void {
    this.emitter.on('own', listener);
  }

  /** What happened here or elsewhere. */
  onAny(listener: (event: SessionsTouched) => void): void {
    this.emitter.on('any', listener);
  }

  tell(event: SessionsTouched): void {
    if (event.sessionIds.length === 0) return;
    this.emitter.emit('any', event);
    this.emitter.emit('own', event);
  }

  heard(event: SessionsTouched): void {
    this.emitter.emit('any', event);
  }
}
