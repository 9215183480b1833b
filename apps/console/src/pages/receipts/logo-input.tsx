import { useTexts } from '@sunbeon/ui';
import { Alert, Button, FormControl, FormHelperText, Stack } from '@mui/material';
import { useRef, useState } from 'react';
import { useInput } from 'react-admin';
import { logoTypes, readLogo, type LogoFault } from './read-logo.ts';
import { receiptTexts } from './receipt-texts.ts';

/** The picture at the head of the receipt: chosen as a file, kept as the printer's dots. */
export function LogoInput() {
  const t = useTexts(receiptTexts);
  const { field } = useInput({ source: 'logo', defaultValue: null });
  const [fault, setFault] = useState<LogoFault | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const logo = await readLogo(chosen);
    setFault(typeof logo === 'string' ? logo : null);
    if (typeof logo !== 'string') field.onChange(logo);
  };
  return (
    <FormControl sx={{ my: 1 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button variant="outlined" onClick={() => file.current?.click()}>
          {t(field.value ? 'logo_other' : 'logo_choose')}
        </Button>
        {field.value && (
          <Button color="error" onClick={() => field.onChange(null)}>
            {t('logo_remove')}
          </Button>
        )}
      </Stack>
      <input
        ref={file}
        type="file"
        accept={logoTypes}
        hidden
        aria-label={t('logo')}
        data-testid="logo-file"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
      <FormHelperText>{t('logo_help')}</FormHelperText>
      {fault && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t(fault)}
        </Alert>
      )}
    </FormControl>
  );
}
