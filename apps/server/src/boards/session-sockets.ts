import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { AccessTokens } from '../platform/auth/resolvers.ts';
import { SessionEvents, type SessionsTouched } from '../platform/auth/session-events.ts';

type Session = Pick<StaffIdentity, 'tenantId' | 'sessionId'>;

/** How often sessions are asked for that end by the clock alone, or where no word of it came. */
const LOOK_EVERY = 30_000;
const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/**
 * Cuts off the sockets of people whose session ends: at once on all nodes when somebody ends it, within half a minute when
 * it ends by itself. One whose rights change is cut off, too; its page comes back with the new ones.
 */
@Injectable()
export class SessionSockets implements BeforeApplicationShutdown {
  private readonly logger = new Logger('sockets');
  private readonly open = new Map<Socket, Session>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private sockets: Namespace | undefined;

  constructor(
    private readonly events: SessionEvents,
    private readonly people: AccessTokens,
  ) {}

  /** @param manyNodes other nodes hold sockets, too, and remember tokens */
  attach(sockets: Namespace, manyNodes: boolean): void {
    this.sockets = sockets;
    this.events.onAny(({ sessionIds, what }) => sessionIds.forEach((id) => this.cutOff(id, what)));
    if (manyNodes) {
      this.events.onOwn((event) => sockets.serverSideEmit('sessions', event));
      sockets.on('sessions', (event: SessionsTouched) => this.events.heard(event));
    }
    this.timer = setInterval(() => void this.lookAround(), LOOK_EVERY);
    this.timer.unref();
  }

  /** Remembers whose socket it is. @returns the room that it belongs into */
  keep(socket: Socket, session: Session): string {
    this.open.set(socket, session);
    socket.on('disconnect', () => this.open.delete(socket));
    if (!socket.connected) this.open.delete(socket);
    return sessionRoom(session.sessionId);
  }

  /** Ends what has ended by the clock. */
  async lookAround(): Promise<void> {
    const sessions = new Map([...this.open.values()].map((session) => [session.sessionId, session]));
    for (const session of sessions.values()) {
      const alive = await this.people.isAlive(session).catch((error: Error) => {
        this.logger.warn({ msg: 'a session could not be looked at', reason: error.message });
        return true;
      });
      if (!alive) this.cutOff(session.sessionId, 'ended');
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Here only: each node cuts off its own, so that the reason is always said before the end. */
  private cutOff(sessionId: string, what: SessionsTouched['what']): void {
    const room = sessionRoom(sessionId);
    if (what === 'ended') this.sockets?.local.to(room).emit('revoked', { reason: 'unauthenticated' });
    this.sockets?.local.in(room).disconnectSockets(true);
  }
}
