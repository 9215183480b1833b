import { EscPosReader } from '@sunbeon/client/escpos-reader';
import { pictureOf, textLines } from '@sunbeon/client/paper-picture';
import type { ReceiptLayout } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Stack, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useConsoleData } from '../../data/data-provider.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { useExplain } from '../../parts/use-explain.ts';
import { ViewChoice } from '../../parts/view-choice.tsx';
import { receiptLanguages, receiptWish, type ReceiptForm } from './receipt-form.ts';
import { receiptTexts } from './receipt-texts.ts';

const columns = { 80: 42, 58: 30 } as const;
type Paper = keyof typeof columns;

/** The receipt as the printer will print it: its very bytes, read as a printer reads them. */
export function ReceiptPreview() {
  const t = useTexts(receiptTexts);
  const offices = useOfficeChoices();
  const [office, setOffice] = useState(offices[0]?.id ?? '');
  const [language, setLanguage] = useState<(typeof receiptLanguages)[number]>('ko');
  const [paperMm, setPaper] = useState<Paper>(80);
  return (
    <Box sx={{ minWidth: 0, position: { md: 'sticky' }, top: { md: 72 } }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        {offices.length > 1 && <ViewChoice label={t('office')} value={office} onChange={setOffice} choices={offices} />}
        <ViewChoice
          label={t('language')}
          value={language}
          onChange={(one) => setLanguage(one as typeof language)}
          choices={receiptLanguages.map((id) => ({ id, name: t(`in_${id}`) }))}
        />
        <ViewChoice
          label={t('paper')}
          value={String(paperMm)}
          onChange={(one) => setPaper(Number(one) as Paper)}
          choices={Object.keys(columns).map((id) => ({ id, name: `${id} mm` }))}
        />
      </Stack>
      <Paper office={office} language={language} paperMm={paperMm} />
    </Box>
  );
}

interface PaperProps {
  office: string;
  language: (typeof receiptLanguages)[number];
  paperMm: Paper;
}

function Paper({ office, language, paperMm }: PaperProps) {
  const t = useTexts(receiptTexts);
  const data = useConsoleData();
  const explain = useExplain();
  const layout = useSettled(useWatch() as ReceiptForm);
  const { data: bytes, error } = useQuery({
    queryKey: ['receipt-preview', office, language, paperMm, layout],
    queryFn: ({ signal }) =>
      data.call('receiptPreview', { body: { office, layout: layout as ReceiptLayout, language, paperMm }, signal }),
    enabled: office !== '' && layout !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const acts = useMemo(() => (bytes ? actsOf(bytes.base64) : []), [bytes]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const svg = new DOMParser().parseFromString(pictureOf(acts, columns[paperMm]), 'image/svg+xml').documentElement;
    svg.setAttribute('width', '100%');
    svg.removeAttribute('height');
    place.current?.replaceChildren(svg);
  }, [acts, paperMm]);
  if (office === '') return <Typography color="text.secondary">{t('no_office')}</Typography>;
  return (
    <>
      {error && <Alert severity="warning">{explain(error)}</Alert>}
      <Box
        ref={place}
        role="img"
        aria-label={textLines(acts).join('\n')}
        data-testid="paper"
        sx={{ maxWidth: paperMm === 80 ? 360 : 265, boxShadow: 2, bgcolor: '#fff', lineHeight: 0 }}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t('preview_help')}
      </Typography>
    </>
  );
}

/** What stands in the form once nobody types any more; null before. */
function useSettled(form: ReceiptForm): ReceiptLayout | null {
  const [layout, setLayout] = useState<ReceiptLayout | null>(null);
  const now = JSON.stringify(form);
  useEffect(() => {
    const typed = JSON.parse(now) as Partial<ReceiptForm>;
    if (!typed.parts) return;
    const timer = setTimeout(() => setLayout(receiptWish(typed as ReceiptForm)), 300);
    return () => clearTimeout(timer);
  }, [now]);
  return layout;
}

function actsOf(base64: string) {
  const decoder = new TextDecoder('euc-kr');
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return [...new EscPosReader((pairs) => decoder.decode(pairs)).read(bytes)];
}
