import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoardEntry, BoardsReader } from './boards.reader.ts';

/** A sign of life at least this often; clients measure the age of what they show from it. */
const HEARTBEAT_MS = 15_000;
/** At most two boards a second go into one stream. */
const PAUSE_MS = 500;

/**
 * Server-sent events: the newest status on connect, then one per change. A reader that is slower than the changes
 * gets the newest when it is ready, never a backlog.
 */
export function streamBoards(
  boards: BoardsReader,
  first: BoardEntry,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
    connection: 'keep-alive',
  });
  let pending: BoardEntry | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let shown = '';

  const send = (entry: BoardEntry) => {
    shown = entry.etag;
    busy = true;
    const ready = response.write(`event: status\nid: ${entry.status.revision}\ndata: ${entry.json.toString()}\n\n`);
    if (ready) rest();
    else response.once('drain', rest);
  };
  const rest = () => {
    timer = setTimeout(() => {
      busy = false;
      const entry = pending;
      pending = undefined;
      if (entry) onBoard(entry);
    }, PAUSE_MS);
  };
  const onBoard = (entry: BoardEntry) => {
    if (entry.officeId !== first.officeId || entry.etag === shown) return;
    if (busy) pending = entry;
    else send(entry);
  };

  const leave = boards.watch(first.officeId);
  // Asked again, the address answers as it does by then.
  const stay = boards.onHidden(first.tenant.id, () => response.end());
  boards.events.on('board', onBoard);
  const heartbeat = setInterval(
    () => response.write(`event: alive\ndata: {"at":"${new Date().toISOString()}"}\n\n`),
    HEARTBEAT_MS,
  );
  request.raw.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(timer);
    boards.events.off('board', onBoard);
    stay();
    leave();
  });
  send(first);
  void boards.of(first.tenant, first.officeId).then(
    (newest) => newest && onBoard(newest),
    () => undefined,
  );
}
