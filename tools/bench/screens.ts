import { createClient, connectRealtime, type Realtime } from '@sunbeon/client';
import { atCounter, issue } from './commands.ts';
import { makeTenant } from './halls.ts';
import { LoadClient, quantile } from './load.ts';
import { below, type Figure } from './report.ts';

const SCREENS = 200;
const CALLS = 60;
const PAUSE_MS = 150;

/** From sending the call command to the message on each of 200 connected screens, milliseconds. */
export async function measureScreens(url: string): Promise<Figure[]> {
  const tenant = await makeTenant(url, 1);
  const office = tenant.offices[0];
  if (!office) throw new Error('no office');
  const client = new LoadClient(url, 4);
  const device = await tenant.owner.call('deviceCreate', {
    body: { office: office.slug, kind: 'display', name: 'TV' },
  });
  const { code } = await tenant.owner.call('pairingCode', { params: { id: device.id } });
  const { token } = await createClient({ baseUrl: url }).call('pair', { body: { code } });
  const delays: number[] = [];
  let sentAt = 0;
  const screens = await connectAll(url, token, () => delays.push(performance.now() - sentAt));
  try {
    const counterId = office.counterIds[0] ?? '';
    await atCounter(client, tenant, counterId, 'open');
    for (let index = 0; index < CALLS; index += 1) await issue(client, office);
    for (let index = 0; index < CALLS; index += 1) {
      sentAt = performance.now();
      await atCounter(client, tenant, counterId, 'call-next');
      await until(() => delays.length >= (index + 1) * SCREENS, 'a call on every screen');
      await atCounter(client, tenant, counterId, 'complete');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    const p99 = quantile(delays, 0.99);
    const detail = { p50: quantile(delays, 0.5), screens: SCREENS, calls: CALLS };
    return [{ name: `call to message on ${SCREENS} screens, p99`, value: p99, unit: 'ms', ...below(p99, 150), detail }];
  } finally {
    for (const screen of screens) screen.close();
    client.close();
  }
}

async function connectAll(url: string, deviceToken: string, onCall: () => void): Promise<Realtime[]> {
  let connected = 0;
  const screens = Array.from({ length: SCREENS }, () =>
    connectRealtime({
      baseUrl: url,
      auth: { deviceToken },
      on: { board: countOnce(() => (connected += 1)), call: onCall },
    }),
  );
  await until(() => connected === SCREENS, 'every screen to connect');
  return screens;
}

function countOnce(count: () => void): () => void {
  let counted = false;
  return () => {
    if (!counted) count();
    counted = true;
  };
}

async function until(done: () => boolean, what: string): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!done()) {
    if (Date.now() > limit) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
