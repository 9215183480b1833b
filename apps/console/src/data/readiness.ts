/** `GET /api/health/ready`: a bare route beside the contract's table, which answers while little else does. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
  readonly jobs: boolean;
  readonly eventLoop: boolean;
}

/** How the server is; 503 is an answer as well. @throws when there is none */
export async function readReadiness(signal: AbortSignal): Promise<Readiness> {
  const response = await fetch('/api/health/ready', { signal, headers: { accept: 'application/json' } });
  return (await response.json()) as Readiness;
}
