import type { FastifyReply, FastifyRequest } from 'fastify';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Representation } from './representation.ts';

/** Texts are kept in memory and sent compressed; pictures, fonts, sound and video are sent from the disk, in parts if asked. */
const texts: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
/** Vite puts the hash of the content into names in this folder. */
const hashed = /^assets\/.+-[\w-]{8}\.\w+$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
const QUALITY = 9;

/** The files of one built front end. Only what was there when it was first asked for is served. */
export class FrontEndFiles {
  private names: ReadonlySet<string> | undefined;
  private readonly known = new Map<string, Representation>();

  /** @param folder dist/<app>, or a part of it */
  constructor(private readonly folder: string) {}

  /** True once the front end is built. */
  isBuilt(): boolean {
    return this.files().size > 0;
  }

  has(name: string): boolean {
    return this.files().has(name);
  }

  /** The text of a page that is there (`has`), for who changes it before it is sent. */
  page(name: string): string {
    return this.text(name, 'text/html; charset=utf-8').body.toString();
  }

  /** Sends a file that is there (`has`). @param immutable its name changes with its content */
  send(
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
    immutable = hashed.test(name),
  ): FastifyReply | Promise<FastifyReply> {
    reply.header('cache-control', immutable ? IMMUTABLE : ASK_AGAIN).header('vary', 'accept-encoding');
    const type = texts[extname(name)];
    if (type === undefined) return reply.sendFile(name, this.folder, { cacheControl: false });
    return this.text(name, type).send(request, reply);
  }

  private text(name: string, type: string): Representation {
    let text = this.known.get(name);
    if (!text) {
      text = new Representation(readFileSync(join(this.folder, name)), type, QUALITY);
      this.known.set(name, text);
    }
    return text;
  }

  private files(): ReadonlySet<string> {
    if (!this.names) {
      const found = listFiles(this.folder);
      if (found.size === 0) return found;
      this.names = found;
    }
    return this.names;
  }
}

function listFiles(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}
