import { useTexts } from '@sunbeon/ui';
import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import { Section } from '../../parts/section.tsx';
import { useExplain } from '../../parts/use-explain.ts';
import { receiptTexts } from './receipt-texts.ts';

/** A made-up ticket at a printer of one's choice, as the layout is saved. */
export function TestPrint() {
  const t = useTexts(receiptTexts);
  const data = useConsoleData();
  const notify = useNotify();
  const explain = useExplain();
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const { data: devices } = useQuery({
    queryKey: ['receipt-printers'],
    queryFn: ({ signal }) => data.call('deviceList', { signal }),
  });
  const kiosks = (devices ?? []).filter(({ settings: { printer } }) => printer && printer.way !== 'browser');
  const deviceId = chosen || (kiosks[0]?.id ?? '');
  const print = async () => {
    setBusy(true);
    try {
      await data.call('receiptTest', { body: { deviceId } });
      notify(t('test_sent'), { type: 'success' });
    } catch (error) {
      notify(explain(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={t('test')} help={t('test_help')}>
      {devices && kiosks.length === 0 ? (
        <Typography color="text.secondary">{t('test_none')}</Typography>
      ) : (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <TextField
            select
            size="small"
            label={t('test_where')}
            value={deviceId}
            onChange={(event) => setChosen(event.target.value)}
            sx={{ minWidth: 220 }}
          >
            {kiosks.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <Button variant="outlined" disabled={busy || deviceId === ''} onClick={() => void print()}>
            {t('test_go')}
          </Button>
        </Stack>
      )}
    </Section>
  );
}
