import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Slug } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, codeOf, sendProblem } from '../platform/http/problem.filter.ts';
import { encodingOf, matches } from '../platform/http/negotiation.ts';
import { BoardsReader, type BoardEntry } from './boards.reader.ts';
import { streamBoards } from './boards.stream.ts';

type OfficeRequest = FastifyRequest<{ Params: { tenant: string; office: string } }>;

const CACHE = 'public, max-age=2, stale-while-revalidate=10';

/**
 * The live status: bare routes outside Nest's pipeline, served from memory. They stand in the contract's table of
 * endpoints like every other.
 */
export function registerBoardRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const boards = app.get(BoardsReader);
  fastify.get('/api/public/:tenant/:office/status', (request, reply) =>
    serveStatus(boards, request as OfficeRequest, reply),
  );
  fastify.get('/api/public/:tenant/:office/events', async (request, reply) => {
    const entry = await findOr404(boards, request as OfficeRequest, reply);
    if (entry) streamBoards(boards, entry, request, reply);
  });
}

function serveStatus(boards: BoardsReader, request: OfficeRequest, reply: FastifyReply): unknown {
  const { tenant, office } = request.params;
  const ready = boards.ready(tenant, office);
  if (ready) return sendStatus(ready, request, reply);
  return findOr404(boards, request, reply).then((entry) => entry && sendStatus(entry, request, reply));
}

async function findOr404(
  boards: BoardsReader,
  request: OfficeRequest,
  reply: FastifyReply,
): Promise<BoardEntry | undefined> {
  try {
    const { tenant, office } = request.params;
    const known = Slug.safeParse(tenant).success && Slug.safeParse(office).success;
    const entry = known ? await boards.find(tenant, office) : undefined;
    if (!entry) sendProblem(reply, problemBody('not_found', request.id));
    return entry;
  } catch (error) {
    sendProblem(reply, problemBody(codeOf(error), request.id));
    return undefined;
  }
}

function sendStatus(entry: BoardEntry, request: FastifyRequest, reply: FastifyReply): unknown {
  reply.header('etag', entry.etag).header('cache-control', CACHE).header('vary', 'accept-encoding');
  if (matches(request.headers['if-none-match'], entry.etag)) return reply.status(304).send();
  reply.header('content-type', 'application/json; charset=utf-8');
  const encoding = encodingOf(request.headers['accept-encoding']);
  if (encoding === undefined) return reply.send(entry.json);
  return entry.encoded(encoding).then((body) => reply.header('content-encoding', encoding).send(body));
}
