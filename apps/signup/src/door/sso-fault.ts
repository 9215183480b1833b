import type { Language, SsoProblem } from '@sunbeon/contract';
import { problemTexts, translator } from '@sunbeon/ui';

const codes: readonly SsoProblem[] = [
  'sso_unavailable',
  'sso_refused',
  'sso_no_account',
  'tenant_inactive',
  'too_many_requests',
];

/** Why the institution's own log-in came back without one (`?sso=CODE`); null when it did not. */
export function ssoFault(query: URLSearchParams, language: Language): string | null {
  const code = query.get('sso');
  if (code === null) return null;
  const known = codes.find((each) => each === code) ?? 'sso_refused';
  return translator(problemTexts, language)(known);
}
