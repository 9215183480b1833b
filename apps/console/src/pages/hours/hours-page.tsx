import type { OfficeSettings } from '@sunbeon/contract';
import { localTime } from '@sunbeon/domain';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Skeleton } from '@mui/material';
import { useRef, useState } from 'react';
import { Title, useGetList } from 'react-admin';
import type { CounterRow } from '../../data/sources/counters.ts';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { OfficeTabs } from '../../parts/office-tabs.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { DaysEditor } from './days-editor.tsx';
import { hoursFaults, type FaultCode, type HoursFaults } from './hours-faults.ts';
import { hoursFacts } from './hours-facts.ts';
import { hoursTexts } from './hours-texts.ts';
import { LunchEditor, RulesEditor } from './rules-editor.tsx';
import { WeekEditor } from './week-editor.tsx';
import { YearView } from './year-view.tsx';

/** When an office is open: the week, evenings, lunch turns, holidays, single days, and the year that comes of them. */
export function HoursPage() {
  const t = useTexts(hoursTexts);
  return (
    <>
      <Title title={t('title')} />
      <OfficeTabs>{(office) => <HoursForm key={office.id} office={office} />}</OfficeTabs>
    </>
  );
}

const noFaults: HoursFaults = new Map();

function HoursForm({ office }: { office: OfficeSettings }) {
  const t = useTexts(hoursTexts);
  const draft = useDraft({
    office,
    part: ({ hours }) => hours,
    send: (data, hours, version) => data.call('officeHours', { params: { id: office.id }, body: { version, hours } }),
  });
  const [tried, setTried] = useState(false);
  const days = useRef<HTMLDivElement>(null);
  const { data: counters } = useGetList<CounterRow>('counters', {
    filter: { office: office.slug, state: 'used' },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const found = hoursFaults(draft.value);
  const refused = [...draft.refused].map((path): [string, FaultCode] => [path.replace(/^hours\./, ''), 'refused']);
  const faults: HoursFaults = tried ? new Map([...refused, ...found]) : noFaults;
  const today = localTime(Date.now(), office.zone).date;
  const part = { hours: draft.value, faults, onChange: draft.set };
  const changeDay = (on: string) => {
    draft.set((now) =>
      now.exceptions.some((one) => one.on === on)
        ? now
        : { ...now, exceptions: [...now.exceptions, { on, open: [], reason: '' }] },
    );
    // The row of the day is there after the next drawing.
    setTimeout(() => {
      const group = days.current?.querySelector<HTMLElement>(`[role=group][aria-label="${on}"] input[name$=reason]`);
      group?.focus();
    });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="info" icon={false}>
        {t('effect')}
      </Alert>
      <WeekEditor {...part} />
      <RulesEditor {...part} />
      {counters ? (
        <LunchEditor {...part} counters={counters.map(({ number }) => number)} />
      ) : (
        <Skeleton variant="rounded" height={120} />
      )}
      <Box ref={days}>
        <DaysEditor {...part} today={today} />
      </Box>
      <DraftBar
        draft={draft}
        faults={found.size}
        facts={(value) => hoursFacts(value, t)}
        onTried={() => setTried(true)}
      />
      <YearView officeId={office.id} today={today} onChangeDay={changeDay} />
    </Box>
  );
}
