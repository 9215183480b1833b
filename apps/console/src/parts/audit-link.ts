import type { AuditFilter } from '../data/sources/audit.ts';

/** Address of the audit with a search. */
export function auditLink(filter: AuditFilter): string {
  const query = { filter: JSON.stringify(filter), displayedFilters: JSON.stringify({ target: true }) };
  return `/audit?${new URLSearchParams(query)}`;
}
