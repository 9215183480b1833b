import { useTexts } from '@sunbeon/ui';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import {
  Autocomplete,
  Box,
  Button,
  FormControlLabel,
  FormHelperText,
  IconButton,
  Switch,
  TextField,
} from '@mui/material';
import { Section } from '../../parts/section.tsx';
import type { HoursPart } from './hours-part.ts';
import { hoursTexts } from './hours-texts.ts';
import { SpanInput } from './spans-editor.tsx';

/** Public holidays, and from when to when tickets are given out. */
export function RulesEditor({ hours, faults, onChange }: HoursPart) {
  const t = useTexts(hoursTexts);
  const minutes = (field: 'issueBeforeMinutes' | 'issueStopMinutes', label: string) => {
    const fault = faults.get(field);
    return (
      <TextField
        type="number"
        label={label}
        value={Number.isNaN(hours[field]) ? '' : hours[field]}
        error={fault !== undefined}
        helperText={fault && t(`fault_${fault}`)}
        onChange={(event) =>
          onChange((now) => ({ ...now, [field]: event.target.value === '' ? Number.NaN : Number(event.target.value) }))
        }
        slotProps={{ htmlInput: { name: field, min: 0, max: 240 } }}
        sx={{ flex: '1 1 14rem' }}
      />
    );
  };
  return (
    <>
      <Section title={t('holidays')} help={t('holidays_help')}>
        <FormControlLabel
          label={t('holidays_kr')}
          control={
            <Switch
              checked={hours.holidays === 'KR'}
              onChange={(_event, on) => onChange((now) => ({ ...now, holidays: on ? 'KR' : 'none' }))}
            />
          }
        />
      </Section>
      <Section title={t('issuing')}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
          {minutes('issueBeforeMinutes', t('issue_before'))}
          {minutes('issueStopMinutes', t('issue_stop'))}
        </Box>
      </Section>
    </>
  );
}

/** Who eats when. @param counters numbers of the office's counters */
export function LunchEditor({ hours, faults, onChange, counters }: HoursPart & { counters: readonly string[] }) {
  const t = useTexts(hoursTexts);
  type Turns = typeof hours.lunchTurns;
  const set = (change: (turns: Turns) => Turns) => onChange((now) => ({ ...now, lunchTurns: change(now.lunchTurns) }));
  const setOne = (index: number, change: Partial<Turns[number]>) =>
    set((turns) => turns.map((turn, at) => (at === index ? { ...turn, ...change } : turn)));
  const proposed = { span: { from: '12:00', to: '13:00' }, counters: [] };
  return (
    <Section
      title={t('lunch')}
      help={t('lunch_help')}
      actions={
        hours.lunchTurns.length < 10 && (
          <Button startIcon={<Add />} onClick={() => set((turns) => [...turns, proposed])}>
            {t('lunch_add')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {hours.lunchTurns.map((turn, index) => {
          const name = t('lunch_name', { n: String(index + 1) });
          const fault = faultBelow(faults, `lunchTurns.${index}.counters`);
          return (
            <Box key={index} role="group" aria-label={name} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
              <SpanInput
                name={name}
                span={turn.span}
                fault={faults.get(`lunchTurns.${index}`)}
                onChange={(span) => setOne(index, { span })}
              />
              <Box sx={{ flex: '1 1 16rem' }}>
                <Autocomplete
                  multiple
                  size="small"
                  disableCloseOnSelect
                  options={counters}
                  value={turn.counters}
                  onChange={(_event, chosen) => setOne(index, { counters: chosen })}
                  renderInput={(params) => (
                    <TextField {...params} label={t('lunch_counters')} error={fault !== undefined} />
                  )}
                />
                {fault && <FormHelperText error>{t(`fault_${fault}`)}</FormHelperText>}
              </Box>
              <IconButton
                aria-label={t('remove', { name })}
                onClick={() => set((turns) => turns.filter((_, at) => at !== index))}
                sx={{ alignSelf: 'flex-start' }}
              >
                <Close fontSize="small" />
              </IconButton>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}

/** The server tells faults of one counter of several. */
const faultBelow = (faults: HoursPart['faults'], path: string) =>
  faults.get(path) ?? [...faults].find(([at]) => at.startsWith(`${path}.`))?.[1];
