import type { RegionReader, TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import {
  Alert,
  Box,
  Button,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsoleData } from '../../data/data-provider.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useExplain } from '../../parts/use-explain.ts';
import { Age } from '../../parts/when.tsx';
import { InviteReader } from './invite-reader.tsx';
import { readerTones } from './reader-words.ts';
import { regionsTexts } from './region-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Who reads the figures of a region: invited, let in, and let in no more, all from here. */
export function RegionReaders({ region }: { region: TenantView }) {
  const t = useTexts(regionsTexts);
  const explain = useExplain();
  const data = useConsoleData();
  const queries = useQueryClient();
  const queryKey = ['regionReaders', region.id];
  const { data: readers, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => data.call('regionReaders', { params: { id: region.id }, signal }),
  });
  const reread = () => queries.invalidateQueries({ queryKey });
  return (
    <Section
      title={readers ? t('readers_n', { n: readers.filter(({ state }) => state === 'active').length }) : t('readers')}
      help={t('readers_help')}
      actions={<InviteReader region={region} onDone={reread} />}
    >
      {error && <Alert severity="error">{explain(error)}</Alert>}
      {!readers && !error && <Skeleton variant="rounded" height={120} />}
      {readers?.length === 0 && <Typography color="text.secondary">{t('readers_none')}</Typography>}
      {readers !== undefined && readers.length > 0 && <ReaderTable region={region} readers={readers} onDone={reread} />}
    </Section>
  );
}

interface ReaderTableProps {
  region: TenantView;
  readers: readonly RegionReader[];
  onDone: () => Promise<void>;
}

function ReaderTable({ region, readers, onDone }: ReaderTableProps) {
  const t = useTexts(regionsTexts);
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('readers')}>
      <Table size="small" data-testid="region-readers">
        <TableHead>
          <TableRow>
            <TableCell>{t('person_name')}</TableCell>
            <TableCell sx={fromTablet}>{t('email')}</TableCell>
            <TableCell>{t('status')}</TableCell>
            <TableCell sx={fromTablet}>{t('reader_since')}</TableCell>
            <TableCell>{t('reader_act')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {readers.map((reader) => (
            <ReaderRow key={reader.id} {...{ region, reader, onDone }} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

interface ReaderRowProps {
  region: TenantView;
  reader: RegionReader;
  onDone: () => Promise<void>;
}

function ReaderRow({ region, reader, onDone }: ReaderRowProps) {
  const t = useTexts(regionsTexts);
  const { act, busy } = useAct();
  const [asked, setAsked] = useState(false);
  const { name, email, state, invitedAt, lastSeenAt } = reader;
  const params = { id: region.id, person: reader.id };
  const restore = async () => {
    await act((call) => call('regionReaderRestore', { params }), t('reader_restored'));
    await onDone();
  };
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
        <Typography variant="body2" color="text.secondary" sx={{ display: { md: 'none' }, wordBreak: 'break-all' }}>
          {email}
        </Typography>
      </TableCell>
      <TableCell sx={fromTablet}>{email}</TableCell>
      <TableCell>
        <StateChip tone={readerTones[state]} label={t(`reader_${state}`)} />
      </TableCell>
      <TableCell sx={fromTablet}>
        <Age at={invitedAt ?? lastSeenAt} />
      </TableCell>
      <TableCell>
        {state === 'removed' ? (
          <Button
            size="small"
            disabled={busy}
            aria-label={t('reader_restore_of', { name })}
            onClick={() => void restore()}
          >
            {t('reader_restore')}
          </Button>
        ) : (
          <Button
            size="small"
            color="error"
            aria-label={t(state === 'active' ? 'reader_remove_of' : 'reader_withdraw_of', { name })}
            onClick={() => setAsked(true)}
          >
            {t(state === 'active' ? 'reader_remove' : 'reader_withdraw')}
          </Button>
        )}
        {asked && <RemoveDialog {...{ region, reader, onDone }} onClose={() => setAsked(false)} />}
      </TableCell>
    </TableRow>
  );
}

function RemoveDialog({ region, reader, onDone, onClose }: ReaderRowProps & { onClose: () => void }) {
  const t = useTexts(regionsTexts);
  const { act, busy, fault } = useAct({ inDialog: true });
  const isIn = reader.state === 'active';
  const params = { id: region.id, person: reader.id };
  const remove = async () => {
    const done = await act(
      async (call) => {
        await call('regionReaderRemove', { params });
        return true;
      },
      t(isIn ? 'reader_gone' : 'reader_withdrawn'),
    );
    if (!done) return;
    onClose();
    await onDone();
  };
  return (
    <AskDialog
      title={t(isIn ? 'reader_remove_title' : 'reader_withdraw_title', { name: reader.name })}
      says={t(isIn ? 'reader_remove_says' : 'reader_withdraw_says')}
      go={t(isIn ? 'reader_remove' : 'reader_withdraw')}
      danger
      busy={busy}
      fault={fault}
      onGo={() => void remove()}
      onClose={onClose}
    />
  );
}
