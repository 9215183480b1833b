import type {
  Board,
  CallMessage,
  Hall,
  RealtimeAuth,
  realtimeMessages,
  realtimeNamespace,
  realtimePath,
} from '@sunbeon/contract';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { CallFilter, type CallMemory } from './call-filter.ts';
import { retryDelayMs } from './pause.ts';

// Values of the contract, held by the compiler; imported as types so that no schema lands in the bundle.
const namespace: typeof realtimeNamespace = '/realtime';
const path: typeof realtimePath = '/realtime/socket';

type Message<Name extends keyof typeof realtimeMessages> = z.infer<(typeof realtimeMessages)[Name]>;
export type RevokedReason = Message<'revoked'>['reason'];

export const linkStates = ['live', 'reconnecting', 'offline'] as const;
/** live = connected; reconnecting = lost a moment ago; offline = no contact for 30 s or never yet. */
export type LinkState = (typeof linkStates)[number];

export interface Link {
  readonly state: LinkState;
  /** Whole seconds since the last sign of life of the server; null = none yet. */
  readonly ageSeconds: number | null;
  /** Local epoch milliseconds of that sign of life. */
  readonly lastContactMs: number | null;
}

export interface RealtimeHandlers {
  /** A board newer than the last one. */
  board?: (board: Board) => void;
  /** A call to be shown and said now: each seq once, in rising order. */
  call?: (call: CallMessage) => void;
  hall?: (hall: Hall) => void;
  ticket?: (ticket: Message<'ticket'>) => void;
  config?: (config: Message<'config'>) => void;
  announcement?: (announcement: Message<'announcement'>) => void;
  /** What people want this device to do. */
  command?: (command: Message<'command'>) => void;
  alert?: (alert: Message<'alert'>) => void;
  /** The tenant's halls rest: nothing is shown until a board comes; it is tried again and again. */
  resting?: () => void;
  /** The token counts no more; the connection stays closed until `reconnect()`. */
  revoked?: (reason: RevokedReason) => void;
  /** On every change, and each second while not live, so that an age can be shown. */
  state?: (link: Link) => void;
}

export interface RealtimeOptions {
  /** Origin of the installation; '' = the page's own. */
  baseUrl: string;
  /** Asked anew before each attempt, so that a renewed access token is used. */
  auth: RealtimeAuth | (() => RealtimeAuth);
  on: RealtimeHandlers;
  /** Where the highest seq played is remembered over a reload; this run only unless set. */
  memory?: CallMemory;
}

export interface Realtime {
  link(): Link;
  /** Tries at once, also after `revoked`. */
  reconnect(): void;
  close(): void;
}

const offlineAfterMs = 30_000;

/** Keeps one connection to the office for ever; see RealtimeHandlers for what it tells. Never throws. */
export function connectRealtime(options: RealtimeOptions): Realtime {
  const socket = io(options.baseUrl + namespace, {
    path,
    auth: (send) => send(typeof options.auth === 'function' ? options.auth() : options.auth),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    autoConnect: false,
  });
  const link = new LinkWatch(socket, options.on.state);
  const retry = keepTrying(socket, options.on, link);
  receive(socket, options);
  socket.connect();
  return {
    link: () => link.read(),
    reconnect: retry.now,
    close: () => {
      retry.stop();
      link.stop();
      socket.disconnect();
    },
  };
}

/** Hands messages on: snapshots only when newer within one connection, calls through the filter. */
function receive(socket: Socket, { on, memory }: RealtimeOptions): void {
  const calls = new CallFilter(memory);
  const revisions = { board: -1, hall: -1 };
  const play = (due: readonly CallMessage[]) => due.forEach((call) => on.call?.(call));
  // The first snapshot of a connection is the truth even with a lower revision: the server's database may be another.
  socket.on('connect', () => {
    Object.assign(revisions, { board: -1, hall: -1 });
    calls.connected();
  });
  socket.on('board', (board: Board) => {
    if (board.revision <= revisions.board) return;
    revisions.board = board.revision;
    on.board?.(board);
    play(calls.ofBoard(board));
  });
  socket.on('hall', (hall: Hall) => {
    if (hall.revision <= revisions.hall) return;
    revisions.hall = hall.revision;
    on.hall?.(hall);
  });
  socket.on('call', (call: CallMessage) => play(calls.ofMessage(call)));
  socket.on('ticket', (ticket: Message<'ticket'>) => on.ticket?.(ticket));
  socket.on('config', (config: Message<'config'>) => on.config?.(config));
  socket.on('announcement', (announcement: Message<'announcement'>) => on.announcement?.(announcement));
  socket.on('command', (command: Message<'command'>) => on.command?.(command));
  socket.on('resting', () => on.resting?.());
  socket.on('alert', (alert: Message<'alert'>) => on.alert?.(alert));
}

/**
 * socket.io retries lost connections by itself, but neither a refusal by the namespace nor a close by the server; those
 * are retried here. A refusal for the token's sake is told and ends the tries.
 */
function keepTrying(socket: Socket, on: RealtimeHandlers, link: LinkWatch): { now(): void; stop(): void } {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const later = () => {
    clearTimeout(timer);
    if (!ended && !socket.active) timer = setTimeout(() => socket.connect(), retryDelayMs((tries += 1)));
  };
  const revoke = (reason: RevokedReason) => {
    if (ended) return;
    ended = true;
    socket.disconnect();
    link.tell();
    on.revoked?.(reason);
  };
  socket.on('connect', () => (tries = 0));
  socket.on('revoked', (message: Message<'revoked'>) => revoke(message.reason));
  socket.on('disconnect', later);
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    const code = error.data?.code ?? error.message;
    if (code === 'device_revoked' || code === 'unauthenticated') revoke(code);
    else later();
  });
  return {
    now: () => {
      ended = false;
      clearTimeout(timer);
      if (!socket.connected) socket.disconnect().connect();
    },
    stop: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

/** Watches signs of life: any packet, and the engine's own ping each 25 s. */
class LinkWatch {
  private lastContactMs: number | null = null;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly socket: Socket,
    private readonly listener: RealtimeHandlers['state'],
  ) {
    const alive = () => (this.lastContactMs = Date.now());
    socket.io.on('ping', alive);
    socket.onAny(alive);
    socket.on('connect', () => {
      alive();
      this.tell();
    });
    socket.on('disconnect', () => this.tell());
    this.timer = setInterval(() => !this.socket.connected && this.tell(), 1_000);
  }

  read(): Link {
    const ageMs = this.lastContactMs === null ? null : Math.max(0, Date.now() - this.lastContactMs);
    const lost = ageMs !== null && ageMs < offlineAfterMs ? 'reconnecting' : 'offline';
    return {
      state: this.socket.connected ? 'live' : lost,
      ageSeconds: ageMs === null ? null : Math.floor(ageMs / 1_000),
      lastContactMs: this.lastContactMs,
    };
  }

  tell(): void {
    this.listener?.(this.read());
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
