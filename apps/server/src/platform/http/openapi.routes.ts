import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from './openapi.ts';

const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The printed reference: JSON for programs, a page for people. Both come from the contract's table of endpoints. */
export function registerOpenApi(app: NestFastifyApplication): void {
  const document = openApiDocument();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/api/openapi.json', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(document),
  );
  // The page for people has a style sheet and pictures in itself; nothing comes from elsewhere.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (/^\/api\/docs(?:[/?]|$)/.test(request.url)) reply.raw.setHeader('content-security-policy', docsPolicy);
    done();
  });
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject, { raw: false });
}
