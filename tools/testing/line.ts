import { connect, createServer, type Socket } from 'node:net';

/** The line between a screen and the server: a way through that can be cut. */
export interface Line {
  /** Without a slash at its end. */
  readonly url: string;
  /** Cuts what is open, and takes nothing new. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** @param target http://127.0.0.1:port */
export async function startLine(target: string): Promise<Line> {
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  let whole = true;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    if (!whole) return near.resetAndDestroy();
    const far = connect(port, '127.0.0.1');
    [near, far].forEach(keep);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut,
    mend: () => void (whole = true),
    async stop() {
      cut();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
