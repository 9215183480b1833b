import type { Language } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { TextField } from '@mui/material';
import { useState } from 'react';
import { useInput } from 'react-admin';
import { linesOf, withLines, type Documents } from './document-lines.ts';
import { serviceTexts } from './service-texts.ts';

/** Documents to bring in one language, one a line; the lines of all languages belong together. */
export function DocumentsInput({ language }: { language: Language }) {
  const t = useTexts(serviceTexts);
  const { field, fieldState } = useInput({ source: 'documents', defaultValue: [] });
  const documents = (field.value ?? []) as Documents;
  // What is being typed: an empty last line is no document yet.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      name={`documents.${language}`}
      label={t('documents')}
      helperText={t('documents_help')}
      error={fieldState.invalid}
      multiline
      minRows={2}
      value={typed ?? linesOf(documents, language)}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(withLines(documents, language, event.target.value));
      }}
      onBlur={() => {
        setTyped(null);
        field.onBlur();
      }}
      sx={{ my: 1 }}
    />
  );
}
