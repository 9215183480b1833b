import { z } from 'zod';
import { Id, Instant, Language, LocalText } from './basics.ts';
import { CounterState, PublicStatus, TicketState } from './public.ts';

/** Socket.IO namespace. Path of the engine: /realtime/socket */
export const realtimeNamespace = '/realtime';
export const realtimePath = '/realtime/socket';

/** What a client sends as `auth` on connecting. */
export const RealtimeAuth = z.union([
  z.strictObject({ deviceToken: z.string().max(200) }),
  z.strictObject({ accessToken: z.string().max(200), office: z.string().max(40) }),
  z.strictObject({ tenant: z.string().max(40), office: z.string().max(40) }),
]);
export type RealtimeAuth = z.infer<typeof RealtimeAuth>;

/** One call to be shown and said. Each `seq` is played once; a recall has a new one. */
export const CallMessage = z
  .object({
    seq: z.int().min(1),
    number: z.string(),
    counter: z.string(),
    service: z.object({ id: Id, name: LocalText }),
    wording: LocalText,
    /** How often it is said. */
    repeat: z.int().min(1).max(3),
    recall: z.boolean(),
    at: Instant,
    language: Language.optional(),
  })
  .meta({ id: 'CallMessage' });
export type CallMessage = z.infer<typeof CallMessage>;

/** The office's clock as the server has it: real time, or a rehearsal's own. `rate` 0 = stands still. */
export const ClockReading = z.object({ now: Instant, rate: z.number().min(0) });
export type ClockReading = z.infer<typeof ClockReading>;

/** Board: whole snapshot for screens. A client drops what is not newer (`revision`). */
export const Board = z
  .object({
    ...PublicStatus.shape,
    clock: ClockReading,
    /** The last 10 calls, newest first. */
    calls: z.array(CallMessage).max(10),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

/** A ticket as staff of the hall see it. */
export const HallTicket = z
  .object({
    id: Id,
    number: z.string(),
    serviceId: Id,
    state: TicketState,
    issuedAt: Instant,
    joinedAt: Instant,
    /** Sort key of the line. */
    place: z.number(),
    priority: z.string().nullable(),
    appointmentAt: Instant.nullable(),
    counter: z.string().nullable(),
    targetCounter: z.string().nullable(),
    calledAt: Instant.nullable(),
    startedAt: Instant.nullable(),
    callCount: z.int().min(0),
    steps: z.array(z.object({ serviceId: Id, done: z.boolean() })),
    addOns: z.array(z.string()),
    reinstated: z.boolean(),
    note: z.string().nullable(),
    /** Why it is on hold. */
    holdReason: z.string().nullable(),
  })
  .meta({ id: 'HallTicket' });
export type HallTicket = z.infer<typeof HallTicket>;

export const HallCounter = z
  .object({
    id: Id,
    number: z.string(),
    name: z.string(),
    state: CounterState,
    since: Instant.nullable(),
    /** The counter pauses; while it has a ticket, which is finished first, `state` tells of that one. */
    paused: z.boolean(),
    pausedUntil: Instant.nullable(),
    pauseReason: z.string().nullable(),
    staff: z.object({ id: Id, name: z.string() }).nullable(),
    ticket: HallTicket.nullable(),
    serviceIds: z.array(Id),
    /** Last action at this counter that may still be undone, with its limit. */
    undo: z.object({ move: z.string(), until: Instant }).nullable(),
    help: z.object({ kind: z.enum(['help', 'emergency']), at: Instant }).nullable(),
    /** A supervisor asks who is on a break to come back (복귀 요청); `seenAt`: the person says that they read it. */
    callBack: z.object({ at: Instant, by: z.string(), seenAt: Instant.nullable() }).nullable(),
  })
  .meta({ id: 'HallCounter' });
export type HallCounter = z.infer<typeof HallCounter>;

/** Hall: whole snapshot for staff: who waits, who is where. Only for people with hall.view. */
export const Hall = z
  .object({
    revision: z.int().min(0),
    at: Instant,
    clock: ClockReading,
    board: PublicStatus,
    services: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: LocalText,
        targetMinutes: z.number(),
        limitMinutes: z.int(),
        addOns: z.array(z.object({ code: z.string(), name: LocalText })),
        atKiosk: z.boolean(),
      }),
    ),
    /** Waiting, in the order of the line (place). At most 1,000; `waitingTotal` tells all. */
    waiting: z.array(HallTicket),
    waitingTotal: z.int().min(0),
    held: z.array(HallTicket),
    /** Absent tickets that may still come back. */
    absent: z.array(HallTicket),
    counters: z.array(HallCounter),
    policy: z.object({
      callsBeforeNoShow: z.int(),
      graceMinutes: z.int(),
      reinstateAfter: z.int(),
      undoSeconds: z.int(),
      /** The office's own priorities, beside the four of the law. */
      priorities: z.array(z.object({ code: z.string(), name: LocalText })),
    }),
    authority: z.enum(['sunbeon', 'hardware']),
  })
  .meta({ id: 'Hall' });
export type Hall = z.infer<typeof Hall>;

/** To one device: load the page anew; show its name; send a picture of what it shows (`POST /api/device/picture`). */
export const DeviceCommand = z
  .object({ id: Id, kind: z.enum(['reload', 'identify', 'picture']) })
  .meta({ id: 'DeviceCommand' });
export type DeviceCommand = z.infer<typeof DeviceCommand>;

/** To staff of the hall: something is wrong with a device, or well again. */
export const AlertMessage = z
  .object({
    id: Id,
    topic: z.enum(['device']),
    kind: z.string(),
    /** stands = it began before this connection. */
    state: z.enum(['began', 'stands', 'ended']),
    subject: z.object({ id: Id, name: z.string() }),
    detail: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'AlertMessage' });
export type AlertMessage = z.infer<typeof AlertMessage>;

/** Server -> client messages of the namespace and their schemas. */
export const realtimeMessages = {
  board: Board,
  call: CallMessage,
  hall: Hall,
  ticket: z.object({ number: z.string(), state: TicketState }),
  config: z.object({ version: z.int() }),
  announcement: z.object({ text: LocalText }),
  command: DeviceCommand,
  alert: AlertMessage,
  /** The halls of the tenant rest; the connection is closed, and may be tried again. */
  resting: z.object({}),
  revoked: z.object({ reason: z.enum(['device_revoked', 'unauthenticated']) }),
} as const;
export type RealtimeMessage = keyof typeof realtimeMessages;
