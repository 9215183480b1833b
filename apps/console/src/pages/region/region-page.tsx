import type { RegionFigures } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import {
  Alert,
  Box,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import { Section } from '../../parts/section.tsx';
import { useExplain } from '../../parts/use-explain.ts';
import { regionTexts } from './region-texts.ts';

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toLocaleDateString('sv-SE');

/** Figures of a region's tenants, small groups hidden by the server. */
export function RegionPage() {
  const t = useTexts(regionTexts);
  const explain = useExplain();
  const data = useConsoleData();
  const [days, setDays] = useState({ from: day(30), to: day(1) });
  const isRight = days.from !== '' && days.to !== '' && days.from <= days.to;
  const { data: figures, error } = useQuery({
    queryKey: ['regionFigures', days],
    queryFn: ({ signal }) => data.call('regionFigures', { query: days, signal }),
    enabled: isRight,
    placeholderData: keepPreviousData,
  });
  const field = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={t(name)}
      value={days[name]}
      onChange={(event) => setDays((now) => ({ ...now, [name]: event.target.value }))}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <>
      <Title title={t('title')} />
      <Section
        title={figures?.region.name ?? t('title')}
        help={figures && t('help', figures.smallest)}
        actions={
          <Box sx={{ display: 'flex', gap: 1 }}>
            {field('from')}
            {field('to')}
          </Box>
        }
      >
        {!isRight && <Alert severity="error">{t('swapped')}</Alert>}
        {error && <Alert severity="error">{explain(error)}</Alert>}
        {isRight &&
          !error &&
          (figures ? <FigureTable figures={figures} /> : <Skeleton variant="rounded" height={200} />)}
      </Section>
    </>
  );
}

type Figures = NonNullable<RegionFigures['total']>;

function FigureTable({ figures: { tenants, total, region } }: { figures: RegionFigures }) {
  const t = useTexts(regionTexts);
  if (tenants.length === 0) return <Typography color="text.secondary">{t('none')}</Typography>;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('title')}>
      <Table data-testid="region-figures">
        <TableHead>
          <TableRow>
            <TableCell>{t('name')}</TableCell>
            <TableCell align="right">{t('tickets')}</TableCell>
            <TableCell align="right">{t('wait')}</TableCell>
            <TableCell align="right">{t('within')}</TableCell>
            <TableCell align="right" title={t('hidden_help')}>
              {t('hidden')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {tenants.map((tenant) => (
            <TableRow key={tenant.areaCode + tenant.name}>
              <TableCell component="th" scope="row">
                {tenant.name}
              </TableCell>
              <Cells figures={tenant} />
              <TableCell align="right">{tenant.hiddenDays}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td, & th': { fontWeight: 700, color: 'text.primary', fontSize: 'inherit' } }}>
            <TableCell component="th" scope="row">
              {t('total', { name: region.name })}
            </TableCell>
            {total ? <Cells figures={total} /> : <TableCell colSpan={3}>{t('total_hidden')}</TableCell>}
            <TableCell />
          </TableRow>
        </TableFooter>
      </Table>
    </Box>
  );
}

function Cells({ figures: { tickets, medianWaitMinutes, withinTargetPercent } }: { figures: Figures }) {
  const t = useTexts(regionTexts);
  const wait =
    medianWaitMinutes === null
      ? '–'
      : medianWaitMinutes >= 120
        ? t('wait_long')
        : t('wait_minutes', { n: medianWaitMinutes });
  return (
    <>
      <TableCell align="right">{tickets.toLocaleString()}</TableCell>
      <TableCell align="right">{wait}</TableCell>
      <TableCell align="right">{withinTargetPercent === null ? '–' : `${withinTargetPercent}%`}</TableCell>
    </>
  );
}
