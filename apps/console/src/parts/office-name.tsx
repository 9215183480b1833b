import { useTexts } from '@sunbeon/ui';
import { useMe } from '../session/session-context.ts';
import { partTexts } from './part-texts.ts';

/** Name of an office by its slug; the slug where the name is not known here. */
export function useOfficeName(): (slug: string) => string {
  const offices = useMe()?.offices ?? [];
  return (slug) => offices.find((office) => office.slug === slug)?.name ?? slug;
}

/** Names of offices; none listed = all of the tenant. */
export function OfficeNames({ slugs }: { slugs: readonly string[] }) {
  const t = useTexts(partTexts);
  const nameOf = useOfficeName();
  return <>{slugs.length === 0 ? t('all_offices') : slugs.map(nameOf).join(', ')}</>;
}

/** Choices for an input: the offices that the person works for. */
export function useOfficeChoices(): { id: string; name: string }[] {
  return (useMe()?.offices ?? []).map(({ slug, name }) => ({ id: slug, name }));
}
