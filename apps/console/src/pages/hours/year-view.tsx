import type { OfficeYear, YearDay } from '@sunbeon/contract';
import { useLanguage, useTexts } from '@sunbeon/ui';
import ChevronLeft from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import { Alert, Box, Button, IconButton, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useConsoleData } from '../../data/data-provider.ts';
import { Section } from '../../parts/section.tsx';
import { useExplain } from '../../parts/use-explain.ts';
import { weekdays, type Weekday } from './hours-faults.ts';
import { hoursTexts } from './hours-texts.ts';
import { dateByKey, dayKinds, kindMarks, kindOf, usualMinutes, type DayKind } from './year-kinds.ts';

interface YearViewProps {
  officeId: string;
  /** Local date of the office. */
  today: string;
  onChangeDay: (on: string) => void;
}

/** Every day of a year as the hall's own calendar has it, with why; a day leads to its change. */
export function YearView({ officeId, today, onChangeDay }: YearViewProps) {
  const t = useTexts(hoursTexts);
  const data = useConsoleData();
  const explain = useExplain();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { data: days, error } = useQuery({
    queryKey: ['office-year', officeId, year],
    queryFn: ({ signal }) => data.call('officeYear', { params: { id: officeId }, query: { year }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('year')}
      help={t('year_help')}
      actions={
        <>
          <IconButton aria-label={t('year_before')} disabled={year <= 2014} onClick={() => setYear(year - 1)}>
            <ChevronLeft />
          </IconButton>
          <Typography component="span" sx={{ fontWeight: 700 }}>
            {year}
          </Typography>
          <IconButton aria-label={t('year_after')} disabled={year >= 2100} onClick={() => setYear(year + 1)}>
            <ChevronRight />
          </IconButton>
        </>
      }
    >
      {error && <Alert severity="error">{explain(error)}</Alert>}
      {!days && !error && <Skeleton variant="rounded" height={320} />}
      {days && <Months key={days.year} year={days} today={today} onChangeDay={onChangeDay} />}
    </Section>
  );
}

function Months({ year, today, onChangeDay }: Omit<YearViewProps, 'officeId'> & { year: OfficeYear }) {
  const t = useTexts(hoursTexts);
  const inYear = today.startsWith(`${year.year}-`);
  const [chosen, setChosen] = useState(inYear ? today : `${year.year}-01-01`);
  const places = useRef(new Map<string, HTMLButtonElement>());
  const usual = usualMinutes(year);
  const words = useDayWords();
  const byKey = (event: KeyboardEvent) => {
    const next = dateByKey(chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
    places.current.get(next)?.focus();
  };
  const day = year.days.find(({ on }) => on === chosen);
  return (
    <>
      <Legend year={year} />
      {day && <DayWords day={day} kind={kindOf(day, usual)} onChangeDay={() => onChangeDay(day.on)} />}
      <Box sx={months} onKeyDown={byKey} data-testid="year">
        {Array.from({ length: 12 }, (_, index) => {
          const days = year.days.filter(({ on }) => Number(on.slice(5, 7)) === index + 1);
          const name = t('month', { n: String(index + 1) });
          return (
            <Box key={index} role="group" aria-label={name}>
              <Typography variant="h3" sx={{ mb: 0.5 }}>
                {name}
              </Typography>
              <Box sx={month}>
                {weekdays.map((weekday) => (
                  <Typography key={weekday} variant="caption" color="text.secondary" aria-hidden="true" align="center">
                    {words.weekday(weekday)}
                  </Typography>
                ))}
                {days.map((one, at) => (
                  <DayButton
                    key={one.on}
                    day={one}
                    kind={kindOf(one, usual)}
                    column={at === 0 ? columnOf(one.on) : undefined}
                    isChosen={one.on === chosen}
                    isToday={one.on === today}
                    onChoose={() => (one.on === chosen ? onChangeDay(one.on) : setChosen(one.on))}
                    place={(element) => {
                      if (element) places.current.set(one.on, element);
                    }}
                  />
                ))}
              </Box>
            </Box>
          );
        })}
      </Box>
    </>
  );
}

const months = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
  mt: 2,
} as const;
const month = { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', gap: '2px' } as const;
/** Monday comes first. */
const columnOf = (on: string): number => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const tones: Readonly<Record<DayKind, string>> = {
  open: 'success.light',
  short: 'warning.light',
  night: 'info.light',
  holiday: 'error.light',
  weekly: 'transparent',
  closing: 'error.light',
};

interface DayButtonProps {
  day: YearDay;
  kind: DayKind;
  column: number | undefined;
  isChosen: boolean;
  isToday: boolean;
  onChoose: () => void;
  place: (element: HTMLButtonElement | null) => void;
}

function DayButton({ day, kind, column, isChosen, isToday, onChoose, place }: DayButtonProps) {
  const t = useTexts(hoursTexts);
  const words = useDayWords();
  return (
    <Box
      component="button"
      type="button"
      ref={place}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      // What is seen comes first: who speaks to the machine says the number.
      aria-label={`${Number(day.on.slice(8))}, ${words.date(day.on)}, ${t(`kind_${kind}`)}`}
      title={[t(`kind_${kind}`), words.hours(day), words.why(day)].filter(Boolean).join(' · ')}
      onClick={onChoose}
      sx={{
        ...cell,
        gridColumn: column,
        bgcolor: tones[kind],
        '&::after': { content: `"${kindMarks[kind]}"`, fontSize: '0.625rem', lineHeight: 1 },
        borderColor: isChosen ? 'text.primary' : isToday ? 'primary.main' : 'transparent',
        fontWeight: isToday ? 700 : 400,
      }}
    >
      {Number(day.on.slice(8))}
    </Box>
  );
}

const cell = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  minHeight: 36,
  p: 0,
  border: 2,
  borderRadius: 0.5,
  font: 'inherit',
  fontSize: '0.8125rem',
  color: 'text.primary',
  cursor: 'pointer',
} as const;

function Legend({ year }: { year: OfficeYear }) {
  const t = useTexts(hoursTexts);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Typography sx={{ fontWeight: 700 }}>
        {t('year_open_days', { year: String(year.year), days: String(year.openDays) })}
      </Typography>
      {dayKinds.map((kind) => (
        <Box key={kind} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Box aria-hidden="true" sx={{ ...swatch, bgcolor: tones[kind] }}>
            {kindMarks[kind]}
          </Box>
          <Typography variant="body2">{t(`kind_${kind}`)}</Typography>
        </Box>
      ))}
    </Box>
  );
}

const swatch = {
  width: 22,
  height: 22,
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.5,
  display: 'grid',
  placeItems: 'center',
  fontSize: '0.75rem',
} as const;

/** The chosen day in words; also for screen readers, as the keys move. */
function DayWords({ day, kind, onChangeDay }: { day: YearDay; kind: DayKind; onChangeDay: () => void }) {
  const t = useTexts(hoursTexts);
  const words = useDayWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 1.5, minHeight: 40 }}>
      <Typography aria-live="polite" data-testid="year-day">
        <strong>{words.date(day.on)}</strong>{' '}
        {[t(`kind_${kind}`), words.hours(day), words.why(day)].filter(Boolean).join(' · ')}
      </Typography>
      <Button size="small" variant="outlined" onClick={onChangeDay}>
        {t('change_day')}
      </Button>
    </Box>
  );
}

function useDayWords() {
  const language = useLanguage();
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
  return {
    date: (on: string) => format.format(new Date(`${on}T00:00:00Z`)),
    /** Monday = 1; 2024-01-01 was one. */
    weekday: (day: Weekday) => short.format(Date.UTC(2024, 0, Number(day))),
    hours: ({ open }: YearDay) => open.map(({ from, to }) => `${from}–${to}`).join(', '),
    why: ({ holiday, reason }: YearDay) => [holiday, reason].filter(Boolean).join(' · '),
  };
}
