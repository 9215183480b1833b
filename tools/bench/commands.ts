import { randomUUID } from 'node:crypto';
import type { BenchOffice, BenchTenant } from './halls.ts';
import type { LoadClient } from './load.ts';

/** One ticket from an office's kiosk. @throws Error when it is not 201 */
export async function issue(client: LoadClient, office: BenchOffice): Promise<void> {
  const headers = {
    authorization: `Device ${office.kioskToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const answer = await client.send(
    'POST',
    '/api/kiosk/tickets',
    headers,
    JSON.stringify({ serviceId: office.serviceId }),
  );
  if (answer.status !== 201) throw new Error(`issue: ${answer.status} ${answer.body.slice(0, 200)}`);
}

/** A command at a counter. @throws Error when it is refused or nobody waits */
export async function atCounter(
  client: LoadClient,
  { ownerToken }: BenchTenant,
  counterId: string,
  command: string,
): Promise<void> {
  const headers = {
    authorization: `Bearer ${ownerToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const answer = await client.send('POST', `/api/counters/${counterId}/${command}`, headers, '{}');
  if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.body.slice(0, 200)}`);
}
