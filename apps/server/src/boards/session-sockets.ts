import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { AccessTokens } from '../platform/auth/resolvers.ts';
import { SessionEvents, type SessionsTouched } from '../platform/auth/session-events.ts';
import { SocketWatch } from './socket-watch.ts';

type Session = Pick<StaffIdentity, 'tenantId' | 'sessionId'>;

const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/**
 * Cuts off the sockets of people whose session ends: at once on all nodes when somebody ends it, within half a minute when
 * it ends by itself. One whose rights change is cut off, too; its page comes back with the new ones.
 */
@Injectable()
export class SessionSockets implements BeforeApplicationShutdown {
  private readonly watch: SocketWatch<Session>;
  private sockets: Namespace | undefined;

  constructor(
    private readonly events: SessionEvents,
    private readonly people: AccessTokens,
  ) {
    this.watch = new SocketWatch({
      key: ({ sessionId }) => sessionId,
      isAlive: (session) => this.people.isAlive(session),
      end: ({ sessionId }) => this.cutOff(sessionId, 'ended'),
    });
  }

  /** @param manyNodes other nodes hold sockets, too, and remember tokens */
  attach(sockets: Namespace, manyNodes: boolean): void {
    this.sockets = sockets;
    this.events.onAny(({ sessionIds, what }) => sessionIds.forEach((id) => this.cutOff(id, what)));
    if (manyNodes) {
      this.events.onOwn((event) => sockets.serverSideEmit('sessions', event));
      sockets.on('sessions', (event: SessionsTouched) => this.events.heard(event));
    }
    this.watch.begin();
  }

  /** Remembers whose socket it is. @returns the room that it belongs into */
  keep(socket: Socket, session: Session): string {
    this.watch.keep(socket, session);
    return sessionRoom(session.sessionId);
  }

  /** Ends what has ended by the clock. */
  lookAround(): Promise<void> {
    return this.watch.lookAround();
  }

  beforeApplicationShutdown(): void {
    this.watch.stop();
  }

  /** Here only: each node cuts off its own, so that the reason is always said before the end. */
  private cutOff(sessionId: string, what: SessionsTouched['what']): void {
    const room = sessionRoom(sessionId);
    if (what === 'ended') this.sockets?.local.to(room).emit('revoked', { reason: 'unauthenticated' });
    this.sockets?.local.in(room).disconnectSockets(true);
  }
}
