import { connectRealtime, type CallMemory, type Link, type Realtime, type RevokedReason } from '@sunbeon/client';
import type {
  AlertMessage,
  Board,
  CallMessage,
  ClockReading,
  DeviceCommand,
  Hall,
  RealtimeAuth,
} from '@sunbeon/contract';
import { clockFrom } from '@sunbeon/client';
import { useEffect, useRef, useState } from 'react';
import { BoardKeeper } from './away/board-keeper.ts';
import type { BoardMemory } from './away/board-memory.ts';
import type { Received } from './stale.ts';

export interface RealtimeInput {
  /** Origin of the installation; '' (unless set) = the page's own. */
  baseUrl?: string;
  /** null = not connected (not paired, not logged in yet). A new value makes a new connection. */
  auth: RealtimeAuth | null;
  /** Each call once, in order. */
  onCall?: (call: CallMessage) => void;
  /** The configuration has a newer version. */
  onConfig?: (version: number) => void;
  /** What people want this device to do. */
  onCommand?: (command: DeviceCommand) => void;
  /** Something is wrong with a device, or well again; told to staff. */
  onAlert?: (alert: AlertMessage) => void;
  onRevoked?: (reason: RevokedReason) => void;
  memory?: CallMemory;
  /** Where the last board outlives the page: shown, with its age, when the server is away at the start. */
  keep?: BoardMemory;
}

export interface RealtimeView {
  board: Received<Board> | null;
  hall: Received<Hall> | null;
  link: Link;
  /** The institution's halls rest (its use is suspended or over): a neutral notice stands in place of the board. */
  resting: boolean;
  /** Tries to connect at once. */
  reconnect: () => void;
}

const noLink: Link = { state: 'offline', ageSeconds: null, lastContactMs: null };

/** The office as it is now: newest board and hall with the moment of their arrival, and the state of the line. */
export function useRealtime(input: RealtimeInput): RealtimeView {
  const [board, setBoard] = useState<Received<Board> | null>(null);
  const [hall, setHall] = useState<Received<Hall> | null>(null);
  const [resting, setResting] = useState(false);
  const [link, setLink] = useState<Link>(noLink);
  const connection = useRef<Realtime | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { baseUrl = '', auth } = input;
  const authKey = JSON.stringify(auth);
  useEffect(() => {
    const credentials = JSON.parse(authKey) as RealtimeAuth | null;
    if (credentials === null) return;
    const { keep } = latest.current;
    const keeper = keep && new BoardKeeper(keep, setBoard);
    const realtime = connectRealtime({
      baseUrl,
      auth: credentials,
      ...(latest.current.memory && { memory: latest.current.memory }),
      on: {
        board: (value) => {
          const board = { value, receivedAtMs: Date.now() };
          keeper?.take(board);
          setBoard(board);
          setResting(false);
        },
        resting: () => {
          keeper?.drop();
          setResting(true);
        },
        hall: (value) => setHall({ value, receivedAtMs: Date.now() }),
        state: (now) => setLink(keeper?.since(now) ?? now),
        call: (call) => latest.current.onCall?.(call),
        command: (command) => latest.current.onCommand?.(command),
        alert: (alert) => latest.current.onAlert?.(alert),
        config: ({ version }) => latest.current.onConfig?.(version),
        revoked: (reason) => latest.current.onRevoked?.(reason),
      },
    });
    connection.current = realtime;
    return () => {
      realtime.close();
      keeper?.stop();
      connection.current = null;
      setBoard(null);
      setHall(null);
      setResting(false);
      setLink(noLink);
    };
  }, [baseUrl, authKey]);
  return { board, hall, link, resting, reconnect: () => connection.current?.reconnect() };
}

/** As useRealtime, for screens that show the board only. */
export function useBoard(input: RealtimeInput): Omit<RealtimeView, 'hall'> {
  return useRealtime(input);
}

/**
 * The office's present instant as epoch milliseconds, told anew each second, at the office's own rate.
 * @param reading with the moment of its arrival; null = this machine's own clock
 */
export function useOfficeClock(reading: Received<ClockReading> | null): number {
  const now = reading?.value.now;
  const rate = reading?.value.rate;
  const receivedAtMs = reading?.receivedAtMs;
  const read = () =>
    now === undefined || rate === undefined || receivedAtMs === undefined
      ? Date.now()
      : clockFrom({ now, rate }, receivedAtMs)();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return read();
}
