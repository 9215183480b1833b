import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from './openapi.ts';

/** The printed reference: JSON for programs, a page for people. Both come from the contract's table of endpoints. */
export function registerOpenApi(app: NestFastifyApplication): void {
  const document = openApiDocument();
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.send(document));
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject, { raw: false });
}
