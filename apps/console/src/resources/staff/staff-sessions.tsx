import type { SessionRow } from '@sunbeon/contract';
import { programName, useTexts } from '@sunbeon/ui';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import type { StaffRow } from '../../data/sources/staff.ts';
import { Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Age, Moment } from '../../parts/when.tsx';
import { staffTexts } from './staff-texts.ts';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;

/** Where somebody is logged in; each can be ended from here, at once. */
export function StaffSessions({ person }: { person: StaffRow }) {
  const t = useTexts(staffTexts);
  const data = useConsoleData();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const queryKey = ['staffSessions', person.id];
  const params = { id: person.id };
  const { data: sessions = [] } = useQuery({
    queryKey,
    queryFn: ({ signal }) => data.call('staffSessions', { params, signal }),
  });
  const reread = () => queries.invalidateQueries({ queryKey });
  const endAll = async () => {
    await act(
      (call) => call('staffSessionsRevoke', { params }),
      ({ ended }) => t('sessions_ended', { n: ended }),
    );
    await reread();
  };
  const end = async (session: string) => {
    await act((call) => call('staffSessionRevoke', { params: { ...params, session } }), t('session_ended'));
    await reread();
  };
  return (
    <Section
      title={t('sessions')}
      actions={
        sessions.length > 1 && (
          <Button color="error" disabled={busy} onClick={() => void endAll()}>
            {t('sessions_end_all')}
          </Button>
        )
      }
    >
      {sessions.length === 0 ? (
        <Typography color="text.secondary">{t('sessions_none')}</Typography>
      ) : (
        <SessionTable sessions={sessions} busy={busy} onEnd={(id) => void end(id)} />
      )}
    </Section>
  );
}

interface SessionTableProps {
  sessions: readonly SessionRow[];
  busy: boolean;
  onEnd: (id: string) => void;
}

function SessionTable({ sessions, busy, onEnd }: SessionTableProps) {
  const t = useTexts(staffTexts);
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('sessions')}>
      <Table size="small" sx={{ '& th, & td': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('session_program')}</TableCell>
            <TableCell sx={fromDesktop}>{t('session_kind')}</TableCell>
            <TableCell>{t('session_address')}</TableCell>
            <TableCell sx={fromDesktop}>{t('session_began')}</TableCell>
            <TableCell>{t('session_used')}</TableCell>
            <TableCell>{t('session_end')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sessions.map(({ id, program, kind, address, beganAt, usedAt }) => (
            <TableRow key={id}>
              <TableCell title={program ?? undefined}>{programName(program) ?? t('session_unknown')}</TableCell>
              <TableCell sx={fromDesktop}>{t(`session_${kind}`)}</TableCell>
              <TableCell>{address ?? '–'}</TableCell>
              <TableCell sx={fromDesktop}>
                <Moment at={beganAt} />
              </TableCell>
              <TableCell>
                <Age at={usedAt} />
              </TableCell>
              <TableCell>
                <Button size="small" color="error" disabled={busy} onClick={() => onEnd(id)}>
                  {t('session_end')}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
