import { createClient, ProblemError, type CallArguments, type CallOutput, type Client } from '@sunbeon/client';
import type { EndpointName } from '@sunbeon/contract';

/** A person of the demo with a log-in that renews itself. */
export class Session {
  private token: string | undefined;
  private readonly client: Client;

  constructor(
    private readonly baseUrl: string,
    private readonly email: string,
    private readonly password: string,
  ) {
    this.client = createClient({ baseUrl, authorization: () => (this.token ? `Bearer ${this.token}` : undefined) });
  }

  /** The present access token, after logging in if there is none. */
  async accessToken(): Promise<string> {
    return this.token ?? this.logIn();
  }

  /** Logs in anew: tokens live for a quarter of an hour. */
  async logIn(): Promise<string> {
    const { accessToken } = await createClient({ baseUrl: this.baseUrl }).call('login', {
      body: { email: this.email, password: this.password },
    });
    this.token = accessToken;
    return accessToken;
  }

  /** Calls an endpoint; an expired token is renewed once. */
  async call<Name extends EndpointName>(name: Name, ...input: CallArguments<Name>): Promise<CallOutput<Name>> {
    await this.accessToken();
    try {
      return await this.client.call(name, ...input);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'unauthenticated') throw error;
      await this.logIn();
      return this.client.call(name, ...input);
    }
  }
}
