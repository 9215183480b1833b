import { useTexts } from '@sunbeon/ui';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import { Box, Button, IconButton, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Section } from '../../parts/section.tsx';
import type { HoursPart } from './hours-part.ts';
import { hoursTexts } from './hours-texts.ts';
import { SpansEditor } from './spans-editor.tsx';

type Days = HoursPart['hours']['exceptions'];
/** As the contract allows. */
const MOST = 400;

/** One-off days: closed, or open with other hours. @param today local date of the office; days before are folded away */
export function DaysEditor({ hours, faults, onChange, today }: HoursPart & { today: string }) {
  const t = useTexts(hoursTexts);
  const [past, setPast] = useState(false);
  const set = (change: (days: Days) => Days) => onChange((now) => ({ ...now, exceptions: change(now.exceptions) }));
  const isOver = ({ on }: Days[number]) => on !== '' && on < today;
  const over = hours.exceptions.filter(isOver).length;
  return (
    <Section
      title={t('days')}
      help={t('days_help')}
      actions={
        hours.exceptions.length < MOST && (
          <Button startIcon={<Add />} onClick={() => set((days) => [...days, { on: '', open: [], reason: '' }])}>
            {t('days_add')}
          </Button>
        )
      }
    >
      {hours.exceptions.length === 0 && <Typography color="text.secondary">{t('days_none')}</Typography>}
      {over > 0 && !past && <Button onClick={() => setPast(true)}>{t('days_past', { n: String(over) })}</Button>}
      <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
        {hours.exceptions.map((day, index) =>
          isOver(day) && !past ? null : (
            <DayRow
              key={index}
              day={day}
              path={`exceptions.${index}`}
              faults={faults}
              onChange={(next) => set((days) => days.map((other, at) => (at === index ? next : other)))}
              onRemove={() => set((days) => days.filter((_, at) => at !== index))}
            />
          ),
        )}
      </Box>
    </Section>
  );
}

interface DayRowProps {
  day: Days[number];
  path: string;
  faults: HoursPart['faults'];
  onChange: (day: Days[number]) => void;
  onRemove: () => void;
}

function DayRow({ day, path, faults, onChange, onRemove }: DayRowProps) {
  const t = useTexts(hoursTexts);
  const name = day.on || t('day');
  const date = faults.get(`${path}.on`);
  const reason = faults.get(`${path}.reason`);
  return (
    <Box role="group" aria-label={name} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
      <TextField
        type="date"
        label={t('day')}
        value={day.on}
        error={date !== undefined}
        helperText={date && t(`fault_${date}`)}
        onChange={(event) => onChange({ ...day, on: event.target.value })}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { name: `${path}.on`, max: '2100-12-31' } }}
        sx={{ width: 172 }}
      />
      <TextField
        label={t('reason')}
        placeholder={t('reason_help')}
        value={day.reason}
        error={reason !== undefined}
        helperText={reason && t(`fault_${reason}`)}
        onChange={(event) => onChange({ ...day, reason: event.target.value })}
        slotProps={{ htmlInput: { name: `${path}.reason`, maxLength: 200 } }}
        sx={{ flex: '1 1 14rem' }}
      />
      <SpansEditor
        name={name}
        path={`${path}.open`}
        spans={day.open}
        faults={faults}
        proposed={{ from: '09:00', to: '13:00' }}
        empty={t('day_closed')}
        onChange={(open) => onChange({ ...day, open })}
      />
      <IconButton aria-label={t('remove', { name })} onClick={onRemove}>
        <Close fontSize="small" />
      </IconButton>
    </Box>
  );
}
