import { Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** How often those are asked for who end by the clock alone, or of whose end no word came. */
const LOOK_EVERY = 30_000;

/** Whose sockets are watched: how two of them are told apart, whether they live, and what happens when they do not. */
export interface Watched<Owner> {
  key(owner: Owner): string;
  isAlive(owner: Owner): Promise<boolean>;
  end(owner: Owner): void;
}

/** Remembers whose socket is whose, and looks every half minute whether they are still there. */
export class SocketWatch<Owner> {
  private readonly logger = new Logger('sockets');
  private readonly open = new Map<Socket, Owner>();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly watched: Watched<Owner>) {}

  begin(): void {
    this.timer = setInterval(() => void this.lookAround(), LOOK_EVERY).unref();
  }

  keep(socket: Socket, owner: Owner): void {
    this.open.set(socket, owner);
    socket.on('disconnect', () => this.open.delete(socket));
    if (!socket.connected) this.open.delete(socket);
  }

  /** Ends what has ended. An owner who cannot be asked for is taken for alive. */
  async lookAround(): Promise<void> {
    const owners = new Map([...this.open.values()].map((owner) => [this.watched.key(owner), owner]));
    for (const owner of owners.values()) {
      const alive = await this.watched.isAlive(owner).catch((error: Error) => {
        this.logger.warn({ msg: 'whoever a socket belongs to could not be looked at', reason: error.message });
        return true;
      });
      if (!alive) this.watched.end(owner);
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
