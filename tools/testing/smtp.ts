import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A real SMTP server of a test, on a free port. */
export interface TestSmtp {
  /** smtp://127.0.0.1:port */
  readonly url: string;
  /** Letters to an address, once there are so many (one unless said); gives up after ten seconds. */
  received(to: string, least?: number): Promise<ReceivedMail[]>;
  /** The answer to every letter from now on, such as `451 later`; null = they are taken. */
  refuse(answer: string | null): void;
  /** Waits until a sweep has certainly passed. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function startSmtp(): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  let refusal: string | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      simpleParser(stream)
        .then(({ from, to, subject = '', text = '' }) => {
          if (refusal) {
            const [code, ...words] = refusal.split(' ');
            return callback(Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
          }
          const address = [to].flat()[0]?.value[0]?.address ?? '';
          mails.push({ from: from?.value[0]?.address ?? '', to: address, subject, text: text.trimEnd() });
          callback();
        })
        .catch(callback);
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    async received(to, least = 1) {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = mails.filter((mail) => mail.to === to);
        if (found.length >= least) return found;
        await pause(50);
      }
      throw new Error(`no letter for ${to}; there are ${mails.map((mail) => mail.to).join(', ') || 'none'}`);
    },
    refuse: (answer) => void (refusal = answer),
    quiet: async () => void (await pause(2_500)),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
