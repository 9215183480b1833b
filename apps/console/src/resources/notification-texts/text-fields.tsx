import type { Language } from '@sunbeon/contract';
import { SHORT_MESSAGE_BYTES } from '@sunbeon/domain';
import { useTexts } from '@sunbeon/ui';
import { Box, Button, Chip, TextField, Typography } from '@mui/material';
import { useRef } from 'react';
import { useInput } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { NotificationTextRow } from '../../data/sources/notification-texts.ts';
import { notificationTextTexts } from './notification-text-texts.ts';
import { faultOf, lengthWords, type Field } from './text-rules.ts';

interface TextFieldsProps {
  row: NotificationTextRow;
  language: Language;
  /** Says which language it is: where no tab does. */
  named?: boolean;
}

/** The texts of one language, and what can be filled in. */
export function TextFields({ row, language, named = false }: TextFieldsProps) {
  const t = useTexts(notificationTextTexts);
  const form = useFormContext<Record<string, string>>();
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const fields = row.fields.filter((field) => field.language === language);
  /** Where the cursor was last; else at the end of the text that people read. */
  const insert = (name: string) => {
    const input = last.current;
    const path = input?.name ?? `texts.${language}.${fields.at(-1)?.part ?? ''}`;
    const text = form.getValues(path) ?? '';
    const [from, to] = [input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length];
    form.setValue(path, `${text.slice(0, from)}{${name}}${text.slice(to)}`, {
      shouldDirty: true,
      shouldValidate: true,
    });
    input?.focus();
  };
  return (
    <Box
      component="fieldset"
      sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}
      onFocus={({ target }) => {
        if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) last.current = target;
      }}
    >
      {named && (
        <Typography component="legend" variant="h3" sx={{ p: 0, mb: 1 }}>
          {t(`in_${language}`)}
        </Typography>
      )}
      <Placeholders row={row} fields={fields} onInsert={insert} />
      {fields.map((field) => (
        <TextInput key={field.part} row={row} field={field} />
      ))}
    </Box>
  );
}

interface PlaceholdersProps {
  row: NotificationTextRow;
  fields: readonly Field[];
  onInsert: (name: string) => void;
}

function Placeholders({ row, fields, onInsert }: PlaceholdersProps) {
  const t = useTexts(notificationTextTexts);
  const isNeeded = (name: string) => fields.some(({ required }) => required.includes(name));
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 700 }}>
        {t('placeholders')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('placeholders_help')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {row.placeholders.map(({ name }) => {
          const label = t(`value_${name as ValueName}`);
          const said = isNeeded(name) ? `${label} {${name}} · ${t('needed')}` : `${label} {${name}}`;
          return (
            <Chip
              key={name}
              size="small"
              variant="outlined"
              label={said}
              aria-label={t('insert', { name: said })}
              onClick={() => onInsert(name)}
            />
          );
        })}
      </Box>
    </Box>
  );
}

type ValueName =
  | 'name'
  | 'institution'
  | 'link'
  | 'invited_by'
  | 'office'
  | 'service'
  | 'number'
  | 'counter'
  | 'ahead'
  | 'wait'
  | 'minutes';

/** One text: as long as it may be, and what is wrong with it, while it is written. */
function TextInput({ row, field }: { row: NotificationTextRow; field: Field }) {
  const t = useTexts(notificationTextTexts);
  const { part, language, most, oneLine } = field;
  const fault = (text: string | null | undefined) => {
    const found = faultOf(row.placeholders, field, text ?? '');
    return found && t(`fault_${found.code}`, { value: found.value });
  };
  const { field: input } = useInput({ source: `texts.${language}.${part}`, validate: fault });
  const text = (input.value ?? '') as string;
  const wrong = fault(text);
  const ours = row.defaults[language]?.[part] ?? '';
  const { key, n } = lengthWords(row.placeholders, field, text);
  const length = t(key, { n, most, short: SHORT_MESSAGE_BYTES });
  return (
    <Box sx={{ my: 2 }}>
      <TextField
        {...{ name: input.name, value: text, onChange: input.onChange, onBlur: input.onBlur, inputRef: input.ref }}
        label={t(`part_${part}`)}
        fullWidth
        multiline={!oneLine}
        minRows={oneLine ? undefined : 3}
        error={wrong !== undefined}
        helperText={wrong ?? (text.trim() === '' ? t('emptied') : length)}
      />
      {text !== ours && (
        <Button
          size="small"
          aria-label={t('to_default_of', { name: t(`part_${part}`) })}
          onClick={() => input.onChange(ours)}
        >
          {t('to_default')}
        </Button>
      )}
    </Box>
  );
}
