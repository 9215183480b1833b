import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import type { Letter } from './letter.ts';

const seconds = 1000;

/** Hands letters to the SMTP server of SMTP_URL; without one, into the folder `mail` of the data folder, as .eml files. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly smtp: Transporter | undefined;
  private readonly file: Transporter;
  private readonly folder: string;
  private readonly from: string;

  constructor(@Inject(CONFIG) { mail, dataFolder }: Config) {
    this.from = mail.from;
    this.folder = join(dataFolder, 'mail');
    const patience = { connectionTimeout: 10 * seconds, greetingTimeout: 10 * seconds, socketTimeout: 20 * seconds };
    this.smtp = mail.smtpUrl === undefined ? undefined : createTransport({ url: mail.smtpUrl, ...patience });
    this.file = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  }

  /**
   * @param id makes the Message-ID: a letter that is sent again after a crash is the same one to its reader's program
   * @throws Error when the server does not take it
   */
  async send(id: string, letter: Letter): Promise<void> {
    const host = this.from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
    const message = { ...letter, from: this.from, messageId: `<${id}@${host}>` };
    if (this.smtp) await this.smtp.sendMail(message);
    else await this.keep(id, message);
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  private async keep(id: string, message: object): Promise<void> {
    const { message: bytes } = (await this.file.sendMail(message)) as { message: Buffer };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${id}.eml`);
    await writeFile(`${path}.new`, bytes, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
}
