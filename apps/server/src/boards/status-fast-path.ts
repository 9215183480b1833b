import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingOf, matches } from '../platform/http/negotiation.ts';
import type { BoardEntry, BoardsReader } from './boards.reader.ts';

const PREFIX = '/api/public/';
const SUFFIX = '/status';

/**
 * Answers the public status before the router when its newest board is at hand: a district's home page asks for it
 * thousands of times a minute, and routing and hooks cost more than the answer (`npm run bench -- status`). Whatever it
 * does not answer goes the usual way.
 */
export class StatusFastPath {
  private boards: BoardsReader | undefined;

  attach(boards: BoardsReader): void {
    this.boards = boards;
  }

  /** @returns false when the request is somebody else's */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { url, method } = request;
    if (method !== 'GET' || !this.boards || !url?.startsWith(PREFIX) || !url.endsWith(SUFFIX)) return false;
    const entry = this.boards.readyAt(url.slice(PREFIX.length, -SUFFIX.length));
    return entry !== undefined && send(entry, request, response);
  }
}

function send(entry: BoardEntry, { headers }: IncomingMessage, response: ServerResponse): boolean {
  if (matches(headers['if-none-match'], entry.etag)) {
    response.writeHead(304, entry.headers.unchanged);
    response.end();
    return true;
  }
  const encoding = encodingOf(headers['accept-encoding']);
  const body = encoding === undefined ? entry.json : entry.encodedNow(encoding);
  if (!body) return false;
  response.writeHead(200, entry.headers.full(body.length, encoding));
  response.end(body);
  return true;
}
