import type { Role } from '@sunbeon/contract';
import { useTexts, type Translate } from '@sunbeon/ui';
import { partTexts } from '../../parts/part-texts.ts';
import { useMe } from '../../session/session-context.ts';

/** Roles that an owner gives; a supervisor gives the lower three. */
const all = ['owner', 'supervisor', 'staff', 'greeter', 'viewer'] as const satisfies readonly Role[];
const lower: readonly string[] = ['staff', 'greeter', 'viewer'];

/** Choices for an input: what the person who asks may give. The server asks again. */
export function useRoleChoices(): { id: Role; name: string }[] {
  const t = useTexts(partTexts);
  const isOwner = useMe()?.permissions.includes('staff.manage') ?? false;
  return all.filter((role) => isOwner || lower.includes(role)).map((id) => ({ id, name: roleWord(t, id) }));
}

export const roleWord = (t: Translate<typeof partTexts>, role: Role): string => t(`role_${role}`);
