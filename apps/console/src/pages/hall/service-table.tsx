import type { Hall, PublicService } from '@sunbeon/contract';
import { formatWait, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { longestWait } from './hall-facts.ts';
import { hallTexts } from './hall-texts.ts';
import { LevelMark } from './level-mark.tsx';
import { AllIssuingButtons, IssuingButton } from './issuing-buttons.tsx';
import { Minutes } from './minutes.tsx';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Services of a hall: who waits for each, how long, and whether its tickets are given out. */
export function ServiceTable({ hall, nowMs, mayStop }: { hall: Hall; nowMs: number; mayStop: boolean }) {
  const t = useTexts(hallTexts);
  const language = useLanguage();
  const { services } = hall.board;
  return (
    <Section title={t('services')} actions={mayStop && <AllIssuingButtons services={services} />}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('services')}>
        <Table size="small" data-testid="hall-services">
          <TableHead>
            <TableRow>
              <TableCell>{t('service')}</TableCell>
              <TableCell align="right">{t('waiting')}</TableCell>
              <TableCell>{t('level')}</TableCell>
              <TableCell sx={fromTablet}>{t('wait')}</TableCell>
              <TableCell align="right">{t('longest')}</TableCell>
              <TableCell align="right" sx={fromTablet}>
                {t('open_counters')}
              </TableCell>
              <TableCell>{t('issuing')}</TableCell>
              {mayStop && <TableCell />}
            </TableRow>
          </TableHead>
          <TableBody>
            {services.map((service) => (
              <TableRow key={service.id} data-testid={`hall-service-${service.code}`}>
                <TableCell component="th" scope="row" sx={{ minWidth: 144, wordBreak: 'keep-all' }}>
                  {localText(service.names, language)}
                </TableCell>
                <TableCell align="right">{t('people', { n: service.waiting })}</TableCell>
                <TableCell>
                  <LevelMark level={service.level} />
                </TableCell>
                <TableCell sx={fromTablet}>{formatWait(service, language)}</TableCell>
                <TableCell align="right">
                  <Minutes n={longestWait(hall, nowMs, service.id)} />
                </TableCell>
                <TableCell align="right" sx={fromTablet}>
                  {service.openCounters}
                </TableCell>
                <TableCell>
                  <Issuing service={service} />
                </TableCell>
                {mayStop && (
                  <TableCell align="right">
                    <IssuingButton service={service} />
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

function Issuing({ service: { accepting, acceptingReason } }: { service: PublicService }) {
  const t = useTexts(hallTexts);
  if (accepting) return <StateChip tone="good" label={t('issuing_on')} />;
  const reason = acceptingReason ?? 'closed';
  return <StateChip tone={reason === 'stopped' ? 'warning' : 'off'} label={t(`issuing_${reason}`)} />;
}
