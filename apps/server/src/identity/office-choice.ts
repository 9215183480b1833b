import type { OfficeSummary } from '../offices/offices.reader.ts';
import { ProblemException } from '../platform/http/problem.ts';

/** Ids of offices that a request names by slugs, each once. @throws validation naming every slug that is none */
export function officeIdsOf(offices: readonly OfficeSummary[], slugs: readonly string[]): string[] {
  const idOf = new Map(offices.map(({ id, slug }) => [slug, id]));
  const issues = slugs.flatMap((slug, index) =>
    idOf.has(slug) ? [] : [{ path: `body.offices.${index}`, message: `there is no office ${slug}` }],
  );
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
  return [...new Set(slugs.flatMap((slug) => idOf.get(slug) ?? []))];
}

export const slugsById = (offices: readonly OfficeSummary[]): ReadonlyMap<string, string> =>
  new Map(offices.map(({ id, slug }) => [id, slug]));
