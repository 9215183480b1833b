import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { Health } from './health.ts';

/** Liveness, readiness and metrics: bare routes, since they must answer when little else does. */
export function registerHealth(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const health = app.get(Health);
  fastify.get('/api/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  fastify.get('/api/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply
      .status(readiness.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness);
  });
  const registry = metricsOf(health);
  const token = app.get<Config>(CONFIG).metricsToken;
  fastify.get('/metrics', async (request, reply) => {
    if (!token || request.headers.authorization !== `Bearer ${token}`) return reply.status(404).send();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

function metricsOf(health: Health): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  new Gauge({
    name: 'sunbeon_event_loop_delay_p99_ms',
    help: 'Delay of the event loop, 99th percentile of the last ten seconds',
    registers: [registry],
    collect() {
      this.set(health.loopDelayMs());
    },
  });
  return registry;
}
