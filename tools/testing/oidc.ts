import { createPrivateKey, generateKeyPairSync, randomUUID, sign, type JsonWebKey } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider, type Adapter, type AdapterPayload, type Configuration, type JWK } from 'oidc-provider';

/** Somebody who logs in at the provider. */
export interface Subject {
  readonly sub: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly name?: string;
}

type Claims = Record<string, unknown>;

export const client = { id: 'sunbeon', secret: 'a-secret-of-the-client-0123456789' };

/** A real OpenID Connect provider (oidc-provider) on a port of its own; a script stands in for its log-in page. */
export class TestProvider {
  /** Who sits before the browser; undefined = cancels the log-in. */
  subject: Subject | undefined;
  /** Changes the ID token that is handed out, which is then signed anew with the provider's own key. */
  change: ((claims: Claims, key: JWK) => Claims | string) | undefined;
  /** Answers instead of the provider, where it wants to. */
  instead: ((path: string, response: ServerResponse) => boolean) | undefined;
  /** Paths that were asked, since the last reset. */
  asked: string[] = [];
  private key = newKey();
  private server: Server | undefined;
  private handle: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
  private provider: Provider | undefined;
  issuer = '';

  constructor(private readonly redirectUri: string) {}

  async start(port = 0): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    const { port: own } = this.server.address() as { port: number };
    this.issuer = `http://127.0.0.1:${own}`;
    this.open();
  }

  /** Goes away; `start` with the same port brings it back. @returns its port */
  async stop(): Promise<number> {
    const { port } = this.server?.address() as { port: number };
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
    return port;
  }

  /** From now on everything is signed with another key, and the old one is published no more. */
  rotate(): void {
    this.key = newKey();
    this.open();
  }

  private open(): void {
    this.provider = new Provider(
      this.issuer,
      configuration(this.redirectUri, this.key, () => this.subject),
    );
    this.provider.use(async (ctx, next) => {
      await next();
      const body = ctx.body as { id_token?: string } | undefined;
      if (ctx.path === '/token' && body?.id_token && this.change) body.id_token = this.changed(body.id_token);
    });
    this.handle = this.provider.callback();
  }

  private changed(token: string): string {
    const [head = '', payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    const changed = this.change?.(claims, this.key) ?? claims;
    return typeof changed === 'string' ? changed : signed(head, changed, this.key);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    this.asked.push(path);
    if (this.instead?.(path, response)) return;
    if (path.startsWith('/interaction/')) await this.interact(request, response);
    else await this.handle?.(request, response);
  }

  /** The log-in page of the provider, filled in by a script. */
  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { subject } = this;
    const result = subject
      ? { login: { accountId: subject.sub } }
      : { error: 'access_denied', error_description: 'cancelled' };
    await this.provider?.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

function configuration(redirectUri: string, key: JWK, subject: () => Subject | undefined): Configuration {
  return {
    adapter: Kept,
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a-key-for-cookies'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
    findAccount: (_ctx, id) => {
      const { email, emailVerified = true, name } = subject() ?? { sub: id };
      const claims = {
        ...(email === undefined ? {} : { email, email_verified: emailVerified }),
        ...(name ? { name } : {}),
      };
      return { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    // Nobody is asked for consent: the client is the district's own.
    async loadExistingGrant(ctx) {
      const { client: asking, session, provider } = ctx.oidc;
      const grant = new provider.Grant({ clientId: asking?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

export function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } as JWK;
}

/** @param head first part of a token, as it was */
export function signed(head: string, claims: Claims, key: JWK): string {
  const data = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  return `${data}.${sign('RSA-SHA256', Buffer.from(data), privateKey).toString('base64url')}`;
}

/** A browser that follows redirects and keeps each site's cookies; it runs no script. */
export class TestBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Every address it was at, the last one last. */
  readonly visited: string[] = [];

  /** @param stopBefore an address that is not gone to, but returned */
  async open(address: string, stopBefore?: (address: string) => boolean): Promise<string> {
    let at = address;
    for (let hops = 0; hops < 12; hops += 1) {
      if (stopBefore?.(at)) return at;
      this.visited.push(at);
      const { origin } = new URL(at);
      const jar = this.jar(origin);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) this.keep(jar, line);
      await response.arrayBuffer();
      const location = response.headers.get('location');
      if (!location) return at;
      at = new URL(location, at).href;
    }
    throw new Error(`too many redirects: ${at}`);
  }

  jar(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  /** Forgets a site, as if another person sat down there. */
  forget(origin: string): void {
    this.jars.delete(origin);
  }

  private keep(jar: Map<string, string>, line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

/** Where the provider keeps what it has given out. */
class Kept implements Adapter {
  private static readonly rows = new Map<string, AdapterPayload>();

  constructor(private readonly kind: string) {}

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    Kept.rows.set(`${this.kind}:${id}`, payload);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return Kept.rows.get(`${this.kind}:${id}`);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...Kept.rows.values()].find((row) => row.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const row = await this.find(id);
    if (row) row['consumed'] = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    Kept.rows.delete(`${this.kind}:${id}`);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, row] of Kept.rows) if (row.grantId === grantId) Kept.rows.delete(key);
  }
}
