import { useTexts } from '@sunbeon/ui';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import { Box, Button, FormHelperText, IconButton, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import type { FaultCode, HoursFaults, Span } from './hours-faults.ts';
import { hoursTexts } from './hours-texts.ts';
import { tidyTime } from './tidy-time.ts';

const MOST = 6;

interface SpansEditorProps {
  /** Whose hours these are, for screen readers. */
  name: string;
  path: string;
  spans: readonly Span[];
  faults: HoursFaults;
  /** What a new span says. */
  proposed: Span;
  /** Said when there is none. */
  empty: string;
  onChange: (spans: Span[]) => void;
}

/** Some stretches of a day, one after the other. */
export function SpansEditor({ name, path, spans, faults, proposed, empty, onChange }: SpansEditorProps) {
  const t = useTexts(hoursTexts);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5, minHeight: 40 }}>
      {spans.length === 0 && (
        <Typography color="text.secondary" sx={{ pt: 1 }}>
          {empty}
        </Typography>
      )}
      {spans.map((span, index) => (
        <SpanInput
          key={index}
          name={name}
          span={span}
          fault={faults.get(`${path}.${index}`)}
          onChange={(next) => onChange(spans.map((other, at) => (at === index ? next : other)))}
          onRemove={() => onChange(spans.filter((_, at) => at !== index))}
        />
      ))}
      {spans.length < MOST && (
        <Button
          startIcon={<Add />}
          aria-label={t('add_span_to', { name })}
          onClick={() => onChange([...spans, proposed])}
        >
          {t('add_span')}
        </Button>
      )}
    </Box>
  );
}

interface SpanInputProps {
  name: string;
  span: Span;
  fault: FaultCode | undefined;
  onChange: (span: Span) => void;
  onRemove?: () => void;
}

/** From one time to another; 9 and 930 are understood, too. */
export function SpanInput({ name, span, fault, onChange, onRemove }: SpanInputProps) {
  const t = useTexts(hoursTexts);
  const id = useId();
  const field = (end: 'from' | 'to') => (
    <TextField
      value={span[end]}
      error={fault !== undefined}
      onChange={(event) => onChange({ ...span, [end]: event.target.value })}
      onBlur={() => {
        const tidy = tidyTime(span[end]);
        if (tidy !== span[end]) onChange({ ...span, [end]: tidy });
      }}
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          maxLength: 5,
          'aria-label': t(end, { name }),
          'aria-describedby': fault ? id : undefined,
        },
      }}
      sx={{ width: 84 }}
    />
  );
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        {field('from')}
        <span aria-hidden="true">–</span>
        {field('to')}
        {onRemove && (
          <IconButton aria-label={t('remove', { name: `${name} ${span.from}` })} onClick={onRemove}>
            <Close fontSize="small" />
          </IconButton>
        )}
      </Box>
      {fault && (
        <FormHelperText id={id} error>
          {t(`fault_${fault}`)}
        </FormHelperText>
      )}
    </Box>
  );
}
