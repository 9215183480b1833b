import { useTexts } from '@sunbeon/ui';
import { Box, Skeleton } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import type { StaffRow } from '../../data/sources/staff.ts';
import { OfficeNames } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { Age, Moment } from '../../parts/when.tsx';
import { roleWord } from './role-choices.ts';
import { StaffActions } from './staff-actions.tsx';
import { staffTones } from './staff-list.tsx';
import { StaffSessions } from './staff-sessions.tsx';
import { staffTexts } from './staff-texts.ts';

/** One person: account, second factor, sessions. */
export function StaffShow() {
  return (
    <ShowBase>
      <PersonPage />
    </ShowBase>
  );
}

function PersonPage() {
  const t = useTexts(staffTexts);
  const part = useTexts(partTexts);
  const { record: person } = useShowContext<StaffRow>();
  if (!person) return <Skeleton variant="rounded" height={320} />;
  const { name, email, roles, offices, state, secondFactor, pin, lockedUntil, lastSeenAt } = person;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={name} />
      <StaffActions person={person} />
      <Section title={t('account')}>
        <Facts
          rows={[
            [t('state'), <StateChip key="state" tone={staffTones[state]} label={t(`state_${state}`)} />],
            ...(state === 'locked' ? [[t('locked_until'), <Moment key="locked" at={lockedUntil} />] as const] : []),
            [t('email'), email],
            [t('roles'), roles.map((role) => roleWord(part, role)).join(', ')],
            [t('offices'), <OfficeNames key="offices" slugs={offices} />],
            [t('second'), t(secondFactor ? 'second_on' : 'second_off')],
            [t('pin'), t(`pin_${pin}`)],
            [t('seen'), <Age key="seen" at={lastSeenAt} />],
          ]}
        />
      </Section>
      <StaffSessions person={person} />
    </Box>
  );
}
