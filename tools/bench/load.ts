import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

/** One answered request. */
export interface Answer {
  status: number;
  body: string;
}

/** Plain node:http with kept connections: the generator must cost less than what it measures. */
export class LoadClient {
  private readonly agent: Agent;
  private readonly port: string;

  constructor(url: string, connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
    this.port = new URL(url).port;
  }

  send(method: string, path: string, headers: OutgoingHttpHeaders, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { agent: this.agent, host: '127.0.0.1', port: this.port, method, path, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
          response.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Runs `count` pieces of work, `width` at a time. @returns operations per second */
export async function throughput(
  count: number,
  width: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return (count * 1000) / (performance.now() - begun);
}

/**
 * Offers `rate` operations a second, whether or not the earlier ones are done, and measures each from the moment at
 * which it was due: waiting behind a slow one counts.
 * @returns milliseconds, one per operation
 */
export async function offered(
  rate: number,
  seconds: number,
  work: (index: number) => Promise<void>,
): Promise<number[]> {
  const begun = performance.now();
  const all = Array.from({ length: rate * seconds }, async (_, index) => {
    const due = begun + (index * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await work(index);
    return performance.now() - due;
  });
  return Promise.all(all);
}

/** Nearest-rank quantile, 0-1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
