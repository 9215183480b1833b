import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './refusal.ts';

/** Refusals are final; what was not answered is asked twice more. What is shown is asked anew when one comes back to it. */
export function makeQueryClient(): QueryClient {
  const retry = (failed: number, error: unknown) => failed < 2 && (problemOf(error)?.status ?? 500) >= 500;
  return new QueryClient({ defaultOptions: { queries: { retry } } });
}
