import type { LocalText } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import Translate from '@mui/icons-material/TranslateOutlined';
import { Box, IconButton, TextField } from '@mui/material';
import { useState } from 'react';
import { settingsTexts } from '../../parts/settings-texts.ts';
import { officeTexts } from './office-texts.ts';

const others = ['en', 'zh', 'ja', 'vi'] as const;

interface TextInputsProps {
  label: string;
  labelIn: (language: string) => string;
  value: LocalText;
  fault: string | undefined;
  onChange: (text: LocalText) => void;
}

/** A text in Korean, with its other languages unfolded when they are wished for. */
export function TextInputs({ label, labelIn, value, fault, onChange }: TextInputsProps) {
  const t = useTexts(officeTexts);
  const settings = useTexts(settingsTexts);
  const [open, setOpen] = useState(false);
  const set = (language: (typeof others)[number], words: string) => {
    const { [language]: _before, ...rest } = value;
    onChange(words === '' ? rest : { ...rest, [language]: words });
  };
  return (
    <Box sx={{ flex: '1 1 15rem', display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        <TextField
          fullWidth
          label={label}
          value={value.ko}
          error={fault !== undefined}
          helperText={fault}
          onChange={(event) => onChange({ ...value, ko: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <IconButton
          aria-expanded={open}
          aria-label={`${label} ${value.ko} ${t('other_languages')}`}
          onClick={() => setOpen(!open)}
        >
          <Translate fontSize="small" />
        </IconButton>
      </Box>
      {open &&
        others.map((language) => (
          <TextField
            key={language}
            label={labelIn(settings(`language_${language}`))}
            value={value[language] ?? ''}
            onChange={(event) => set(language, event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        ))}
    </Box>
  );
}
