import { useTexts } from '@sunbeon/ui';
import { DateTimeInput, SelectInput, TextInput, useListContext } from 'react-admin';
import type { AuditRow } from '../../data/sources/audit.ts';
import { auditTexts } from './audit-texts.ts';

/** First parts of deeds, as the server searches by them. */
const areas = [
  ...([
    'announcement',
    'device',
    'device_alert',
    'office',
    'staff',
    'invitation',
    'account',
    'password',
    'pin',
    'session',
  ] as const),
  ...(['policy', 'sso', 'privacy', 'contact', 'contacts', 'tickets', 'key', 'export', 'audit'] as const),
  ...(['tenant', 'erasure', 'clock'] as const),
];

/** Who, what, on what, and when. */
export function useAuditFilters() {
  const t = useTexts(auditTexts);
  const actions = areas.map((id) => ({ id, name: t(`action_${id}`) }));
  return [
    <SelectInput key="action" source="action" label={t('filter_action')} choices={actions} alwaysOn />,
    <ActorInput key="actor" source="actor" alwaysOn />,
    <DateTimeInput key="from" source="from" label={t('filter_from')} parse={instantOf} alwaysOn />,
    <DateTimeInput key="to" source="to" label={t('filter_to')} parse={instantOf} alwaysOn />,
    <TextInput key="target" source="target" label={t('filter_target')} />,
  ];
}

/**
 * Whoever acted in the rows that are shown. The list of all people would be read for nothing, and every reading of it is a
 * row here; from a person's own page a link leads to what he or she did.
 */
function ActorInput({ source }: { source: string; alwaysOn?: boolean }) {
  const t = useTexts(auditTexts);
  const { data = [], filterValues } = useListContext<AuditRow>();
  const seen = new Map(data.flatMap(({ actor }) => (actor.id === null ? [] : [[actor.id, actor] as const])));
  const choices = [...seen].map(([id, { name, kind }]) => ({
    id,
    name: name ?? `${t(`actor_${kind}`)} ${id.slice(-6)}`,
  }));
  const wanted = (filterValues as { actor?: string }).actor;
  if (wanted !== undefined && !seen.has(wanted)) choices.push({ id: wanted, name: t('filter_chosen') });
  return <SelectInput source={source} label={t('filter_person')} choices={choices} />;
}

/** The form's local time as an instant; nothing while it is half typed. */
function instantOf(text: string): string | undefined {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
