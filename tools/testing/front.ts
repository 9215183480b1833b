import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';

/** What stands before nodes whose roles are apart, as deploy/nginx.conf does: sockets and streams go to one, the rest to the other. */
export interface Front {
  /** Without a slash at its end. */
  readonly url: string;
  /** Another realtime node from now on. @param url http://127.0.0.1:port */
  realtimeAt(url: string): void;
  stop(): Promise<void>;
}

const streams = /^\/api\/public\/[^/]+\/[^/]+\/events$/;
const isRealtime = ({ url = '/' }: IncomingMessage) =>
  url.startsWith('/realtime/socket') || streams.test(url.split('?')[0] ?? '');

/** @param api, realtime http://127.0.0.1:port */
export async function startFront(api: string, realtime: string): Promise<Front> {
  const portOf = (url: string) => Number(new URL(url).port);
  let realtimePort = portOf(realtime);
  const targetOf = (asked: IncomingMessage) => (isRealtime(asked) ? realtimePort : portOf(api));
  const open = new Set<Socket>();
  const server = createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port: targetOf(asked), method, path, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
      found.once('error', () => answer.destroy());
    });
    onward.once('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.once('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (socket: Socket) => void open.add(socket.once('close', () => open.delete(socket))));
  server.on('upgrade', (asked: IncomingMessage, near: Socket, head: Buffer) => {
    const far = connect(targetOf(asked), '127.0.0.1', () => {
      const { rawHeaders } = asked;
      const lines = rawHeaders.flatMap((name, at) => (at % 2 ? [] : [`${name}: ${rawHeaders[at + 1]}`]));
      far.write([`${asked.method} ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => one.destroy()).once('close', () => other.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    realtimeAt: (url) => void (realtimePort = portOf(url)),
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
