import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Slug } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, codeOf, sendProblem } from '../platform/http/problem.filter.ts';
import { encodingOf, matches } from '../platform/http/negotiation.ts';
import { BoardsReader, type BoardEntry } from './boards.reader.ts';
import { streamBoards } from './boards.stream.ts';

type OfficeRequest = FastifyRequest<{ Params: { tenant: string; office: string } }>;

/**
 * The live status and its stream: bare routes outside Nest's pipeline. They stand in the contract's table of endpoints
 * like every other. A status that is at hand was answered before (status-fast-path.ts); here comes what has to be read.
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

async function serveStatus(boards: BoardsReader, request: OfficeRequest, reply: FastifyReply): Promise<unknown> {
  const entry = await findOr404(boards, request, reply);
  return entry && sendStatus(entry, request, reply);
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

async function sendStatus(entry: BoardEntry, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (matches(request.headers['if-none-match'], entry.etag))
    return reply.headers(entry.headers.unchanged).status(304).send();
  const encoding = encodingOf(request.headers['accept-encoding']);
  const body = encoding === undefined ? entry.json : await entry.encoded(encoding);
  return reply.headers(entry.headers.full(body.length, encoding)).send(body);
}
