import type { VersionedLayout } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SelectInput, TextInput, Title } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import { problemOf } from '../../data/refusal.ts';
import { SwitchInput } from '../../parts/inputs.tsx';
import { Section } from '../../parts/section.tsx';
import { SettingsForm } from '../../parts/settings-form.tsx';
import { LogoInput } from './logo-input.tsx';
import { PartsInput } from './parts-input.tsx';
import { linesIn, mostLines, receiptForm, receiptLanguages, receiptWish, type ReceiptForm } from './receipt-form.ts';
import { ReceiptPreview } from './receipt-preview.tsx';
import { receiptTexts } from './receipt-texts.ts';
import { TestPrint } from './test-print.tsx';

const name = ['receipt-layout'];

/** What stands on the tickets' paper, beside what the printer makes of it. */
export function ReceiptsPage() {
  const t = useTexts(receiptTexts);
  const [clash, setClash] = useState<'asked' | 'mine' | null>(null);
  /** Saved over, once somebody has decided so. */
  const [over, setOver] = useState<number | null>(null);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={t('title')} />
      {clash && (
        <Clash
          decided={clash === 'mine'}
          onDecided={(version) => (setOver(version), setClash(version === null ? null : 'mine'))}
        />
      )}
      <Section title={t('title')} help={t('help')}>
        <SettingsForm<VersionedLayout>
          name={name}
          wide
          read={(data, signal) => data.call('receiptLayout', { signal })}
          save={async (data, values, { version }) => {
            const body = { version: over ?? version, layout: receiptWish(values as ReceiptForm) };
            try {
              const saved = await data.call('receiptLayoutSet', { body });
              setClash(null);
              setOver(null);
              return saved;
            } catch (error) {
              if (problemOf(error)?.code === 'changed_meanwhile') setClash('asked');
              throw error;
            }
          }}
          toForm={({ layout }) => ({ ...receiptForm(layout) })}
        >
          {() => (
            <Box
              sx={{
                display: 'grid',
                gap: 4,
                gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 24rem)' },
              }}
            >
              <Fields />
              <Box sx={{ order: { xs: -1, md: 0 } }}>
                <ReceiptPreview />
              </Box>
            </Box>
          )}
        </SettingsForm>
      </Section>
      <TestPrint />
    </Box>
  );
}

/** Somebody else saved meanwhile: theirs is taken, or one's own put over it; until then nothing of either is lost. */
function Clash({ decided, onDecided }: { decided: boolean; onDecided: (over: number | null) => void }) {
  const t = useTexts(receiptTexts);
  const data = useConsoleData();
  const queries = useQueryClient();
  const theirs = async () => {
    await queries.invalidateQueries({ queryKey: name });
    onDecided(null);
  };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' }); // the button that was pressed is far below
  }, []);
  const mine = async () => onDecided((await data.call('receiptLayout')).version);
  return (
    <Alert
      ref={place}
      severity="warning"
      action={
        !decided && (
          <Stack direction="row" spacing={1}>
            <Button onClick={() => void theirs()}>{t('clash_theirs')}</Button>
            <Button onClick={() => void mine()}>{t('clash_mine')}</Button>
          </Stack>
        )
      }
    >
      {t(decided ? 'clash_decided' : 'clash')}
    </Alert>
  );
}

function Fields() {
  const t = useTexts(receiptTexts);
  const sizes = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ id: from + at, name: t('times', { n: from + at }) }));
  return (
    <Stack sx={{ minWidth: 0 }}>
      <LogoInput />
      <OwnLines source="header" title={t('header')} help={t('header_help')} />
      <SelectInput source="serviceSize" label={t('service_size')} choices={sizes(1, 3)} />
      <SelectInput
        source="numberSize"
        label={t('number_size')}
        helperText={t('number_size_help')}
        choices={sizes(3, 6)}
      />
      <PartsInput />
      <SwitchInput source="qr" label={t('qr')} helperText={t('qr_help')} />
      <OwnLines source="footer" title={t('footer')} help={t('footer_help')} />
    </Stack>
  );
}

function OwnLines({ source, title, help }: { source: 'header' | 'footer'; title: string; help: string }) {
  const t = useTexts(receiptTexts);
  const fits = (text: string | null, values: { header?: { ko?: string }; footer?: { ko?: string } }) => {
    const lines = linesIn(text);
    if (lines.length > mostLines) return t('too_many_lines');
    if (lines.some((line) => line.length > 200)) return t('line_too_long');
    return lines.length > linesIn(values[source]?.ko).length ? t('korean_first') : undefined;
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0 }}>
        {title}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {help}
      </Typography>
      {receiptLanguages.map((language) => (
        <TextInput
          key={language}
          source={`${source}.${language}`}
          label={t(`in_${language}`)}
          multiline
          fullWidth
          validate={fits}
        />
      ))}
    </Box>
  );
}
