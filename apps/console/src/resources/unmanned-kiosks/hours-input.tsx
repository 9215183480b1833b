import type { UnmannedKioskHours } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Button, FormControlLabel, FormHelperText, Switch, Typography } from '@mui/material';
import { useInput } from 'react-admin';
import { hoursFaults, weekdays, type HoursFaults, type Span, type Weekday } from '../../pages/hours/hours-faults.ts';
import { hoursTexts } from '../../pages/hours/hours-texts.ts';
import { SpansEditor } from '../../pages/hours/spans-editor.tsx';
import { unmannedKioskTexts } from './unmanned-kiosk-texts.ts';

const usual: Span = { from: '09:00', to: '18:00' };
const otherwise = { night: {}, lunchTurns: [], exceptions: [], issueBeforeMinutes: 0, issueStopMinutes: 0 } as const;

/** Hours of a week as those of an office are held to. */
function faultsOf({ allDay, week }: UnmannedKioskHours): HoursFaults {
  if (allDay) return new Map();
  const faults = hoursFaults({ ...otherwise, lunchTurns: [], exceptions: [], holidays: 'none', week });
  const isEmpty = Object.values(week).every((spans) => spans.length === 0);
  return isEmpty ? new Map([['week', 'refused']]) : faults;
}

/** Round the clock, or day by day. */
export function HoursInput() {
  const t = useTexts(unmannedKioskTexts);
  const words = useTexts(hoursTexts);
  const { field, fieldState, formState } = useInput({
    source: 'hours',
    validate: (hours: UnmannedKioskHours) => (faultsOf(hours).size > 0 ? t('hours_wrong') : undefined),
  });
  const hours = field.value as UnmannedKioskHours;
  const faults = formState.isSubmitted ? faultsOf(hours) : (new Map() as HoursFaults);
  const set = (change: Partial<UnmannedKioskHours>) => field.onChange({ ...hours, ...change });
  const setDay = (day: Weekday) => (spans: Span[]) => {
    const { [day]: _before, ...others } = hours.week;
    set({ week: spans.length === 0 ? others : { ...others, [day]: inOrder(spans) } });
  };
  const monday = hours.week['1'] ?? [];
  const copy = () => set({ week: { ...hours.week, '2': monday, '3': monday, '4': monday, '5': monday } });
  const onOff = (name: 'allDay' | 'onHolidays', label: string) => (
    <FormControlLabel
      label={label}
      control={
        <Switch
          name={`hours.${name}`}
          checked={hours[name]}
          onChange={({ target }) => set({ [name]: target.checked })}
        />
      }
    />
  );
  return (
    <Box role="group" aria-label={t('hours')} sx={{ my: 1 }}>
      {onOff('allDay', t('all_day'))}
      {onOff('onHolidays', t('on_holidays'))}
      {!hours.allDay && (
        <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
          {weekdays.map((day) => (
            <Box key={day} role="group" aria-label={words(`day_${day}`)} sx={row}>
              <Typography sx={{ pt: 1, fontWeight: 700 }}>{words(`day_${day}`)}</Typography>
              <SpansEditor
                name={words(`day_${day}`)}
                path={`week.${day}`}
                spans={hours.week[day] ?? []}
                faults={faults}
                proposed={usual}
                empty={words('closed')}
                onChange={setDay(day)}
              />
            </Box>
          ))}
          <Button onClick={copy} disabled={monday.length === 0} sx={{ justifySelf: 'start' }}>
            {words('copy_down')}
          </Button>
        </Box>
      )}
      <FormHelperText error role={fieldState.invalid ? 'alert' : undefined}>
        {fieldState.invalid ? t('hours_wrong') : ''}
      </FormHelperText>
    </Box>
  );
}

const row = { display: 'grid', gridTemplateColumns: '5rem minmax(0, 1fr)', alignItems: 'start' } as const;

/** What was typed stays where it is until all of it is a time. */
function inOrder(spans: Span[]): Span[] {
  const isWhole = spans.every(({ from, to }) => /^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to));
  return isWhole ? [...spans].sort((a, b) => (a.from < b.from ? -1 : 1)) : spans;
}
