import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { AppModule } from './app.module.ts';
import { createServer, type RequestListener } from 'node:http';
import { BoardsReader } from './boards/boards.reader.ts';
import { registerBoardRoutes } from './boards/boards.routes.ts';
import { StatusFastPath } from './boards/status-fast-path.ts';
import { registerSso } from './identity/sso/sso.routes.ts';
import { takeFiles } from './platform/http/file-input.ts';
import { registerPages } from './pages/pages.routes.ts';
import type { Config } from './platform/config/config.ts';
import { DatabaseGate } from './platform/database/database-gate.ts';
import { registerHealth } from './platform/health/health.routes.ts';
import { allowLargeBodies } from './platform/http/large-bodies.ts';
import { problemBody, sendProblem } from './platform/http/problem.filter.ts';
import { protect, registerWebGuard } from './platform/http/web-guard.ts';
import { registerRequestContext } from './platform/http/request-context.ts';
import { registerOpenApi } from './platform/http/openapi.routes.ts';
import { registerRateLimits } from './platform/limits/limit-requests.ts';
import { createLogger, NestLogger } from './platform/logging/logger.ts';
import { NodeLink } from './platform/realtime/node-link.ts';
import { RealtimeAdapter } from './platform/realtime/realtime.adapter.ts';

const BODY_LIMIT = 1_048_576;

/**
 * The server in the roles of the configuration, not yet listening.
 * @throws Error when the serving role could read past the tenants' policies, or the schema is not migrated
 */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const fastPath = new StatusFastPath();
  const adapter = new FastifyAdapter({
    serverFactory: (route: RequestListener) =>
      createServer((request, response) => fastPath.answer(request, response) || route(request, response)),
    bodyLimit: BODY_LIMIT,
    trustProxy: config.http.isProxy,
    genReqId: () => uuidv7(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // Addresses that are none (a broken escape) never reach Nest and its filter.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      protect(reply.raw, '', request.protocol === 'https');
      sendProblem(reply, problemBody('not_found', String(request.id)));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: new NestLogger(createLogger(config.logLevel)),
    abortOnError: false,
  });
  await app.get(DatabaseGate).check();
  // Fastify would take any text for a body; ours are JSON, and forms of pages.
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
  allowLargeBodies(app.getHttpAdapter().getInstance());
  takeFiles(app.getHttpAdapter().getInstance());
  registerRequestContext(app.getHttpAdapter().getInstance());
  await app.register(cookie);
  await registerWebGuard(app);
  registerRateLimits(app);
  app.useWebSocketAdapter(new RealtimeAdapter(app, config, app.get(NodeLink)));
  registerHealth(app);
  if (config.roles.has('api') || config.roles.has('realtime')) {
    fastPath.attach(app.get(BoardsReader));
    registerBoardRoutes(app);
  }
  if (config.roles.has('api')) {
    registerOpenApi(app);
    registerSso(app);
    registerPages(app);
  }
  app.enableShutdownHooks();
  return app;
}
