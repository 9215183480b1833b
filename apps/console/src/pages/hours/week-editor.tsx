import type { OfficeHours } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Button, Typography } from '@mui/material';
import { Section } from '../../parts/section.tsx';
import { weekdays, type Span, type Weekday } from './hours-faults.ts';
import type { HoursPart } from './hours-part.ts';
import { hoursTexts } from './hours-texts.ts';
import { SpansEditor } from './spans-editor.tsx';

const usualDay: Span = { from: '09:00', to: '18:00' };
const evening: Span = { from: '18:00', to: '20:00' };
const workdays = ['2', '3', '4', '5'] as const;

/** The week: usual hours and the night office, day by day. */
export function WeekEditor({ hours, faults, onChange }: HoursPart) {
  const t = useTexts(hoursTexts);
  const setDay = (kind: 'week' | 'night', day: Weekday) => (spans: Span[]) =>
    onChange((now) => ({ ...now, [kind]: withDay(now[kind], day, spans) }));
  const copy = () =>
    onChange((now) => ({
      ...now,
      week: workdays.reduce((week, day) => withDay(week, day, now.week['1'] ?? []), now.week),
    }));
  return (
    <Section title={t('week')} help={t('week_help')} actions={<Button onClick={copy}>{t('copy_down')}</Button>}>
      <Box sx={grid}>
        <span />
        <Typography sx={head}>{t('usual')}</Typography>
        <Typography sx={head}>{t('night')}</Typography>
        {weekdays.map((day) => (
          <Box key={day} role="group" aria-label={t(`day_${day}`)} sx={{ display: 'contents' }}>
            <Typography sx={{ pt: 1, fontWeight: 700 }}>{t(`day_${day}`)}</Typography>
            <SpansEditor
              name={`${t(`day_${day}`)} ${t('usual')}`}
              path={`week.${day}`}
              spans={hours.week[day] ?? []}
              faults={faults}
              proposed={usualDay}
              empty={t('closed')}
              onChange={setDay('week', day)}
            />
            <Typography sx={{ ...head, display: { xs: 'block', md: 'none' } }}>{t('night')}</Typography>
            <SpansEditor
              name={`${t(`day_${day}`)} ${t('night')}`}
              path={`night.${day}`}
              spans={hours.night[day] ?? []}
              faults={faults}
              proposed={evening}
              empty={t('none')}
              onChange={setDay('night', day)}
            />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const grid = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', md: '5rem minmax(0, 3fr) minmax(0, 2fr)' },
  columnGap: 2,
  rowGap: 1,
  alignItems: 'start',
} as const;
const head = { display: { xs: 'none', md: 'block' }, fontSize: '0.875rem', color: 'text.secondary' } as const;

/** A day without hours is not in the week. */
function withDay(week: OfficeHours['week'], day: Weekday, spans: Span[]): OfficeHours['week'] {
  const { [day]: _before, ...others } = week;
  return spans.length === 0 ? others : { ...others, [day]: spans };
}
