import { useTexts } from '@sunbeon/ui';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { Edit, useNotify, useRedirect, useRefresh, useResourceContext, type RaRecord } from 'react-admin';
import { useConsoleData } from '../data/data-provider.ts';
import { problemOf } from '../data/refusal.ts';
import { settingsTexts } from './settings-texts.ts';
import { useExplain } from './use-explain.ts';

/** A record of which somebody else may have saved another version meanwhile. */
export type Versioned = RaRecord<string> & { readonly version: number };

interface Clash {
  readonly mine: Versioned;
  readonly theirs: Versioned;
}

/**
 * An editing page of something that has a version. When it was changed meanwhile, both contents are shown side by side, and
 * whoever came second decides; until then nothing of either is lost.
 * @param labels names of the fields that are compared
 */
export function VersionedEdit({ labels, children }: { labels: Readonly<Record<string, string>>; children: ReactNode }) {
  const resource = useResourceContext() ?? '';
  const data = useConsoleData();
  const notify = useNotify();
  const explain = useExplain();
  const [clash, setClash] = useState<Clash | null>(null);
  const failed = async (error: unknown, mine: Versioned) => {
    if (problemOf(error)?.code !== 'changed_meanwhile') {
      notify(explain(error), { type: 'error', autoHideDuration: 8_000 });
      return;
    }
    const { data: theirs } = await data.getOne<Versioned>(resource, { id: mine.id });
    setClash({ mine, theirs });
  };
  return (
    <>
      <Edit
        mutationMode="pessimistic"
        redirect="list"
        actions={false}
        mutationOptions={{
          onError: (error, variables) => {
            const { data: mine } = variables as { data: Versioned };
            void failed(error, mine);
          },
        }}
      >
        {children}
      </Edit>
      {clash && (
        <ClashDialog
          clash={clash}
          labels={labels}
          onClash={failed}
          onClose={() => setClash(null)}
          resource={resource}
        />
      )}
    </>
  );
}

interface ClashDialogProps {
  clash: Clash;
  labels: Readonly<Record<string, string>>;
  resource: string;
  onClash: (error: unknown, mine: Versioned) => Promise<void>;
  onClose: () => void;
}

function ClashDialog({ clash: { mine, theirs }, labels, resource, onClash, onClose }: ClashDialogProps) {
  const t = useTexts(settingsTexts);
  const id = useId();
  const data = useConsoleData();
  const refresh = useRefresh();
  const redirect = useRedirect();
  const [busy, setBusy] = useState(false);
  const fields = Object.keys(labels).filter((field) => words(mine[field]) !== words(theirs[field]));
  const keepMine = async () => {
    const wish = { ...mine, version: theirs.version };
    setBusy(true);
    try {
      await data.update(resource, { id: mine.id, data: wish, previousData: theirs });
      onClose();
      refresh();
      redirect('list', resource);
    } catch (error) {
      await onClash(error, wish);
    } finally {
      setBusy(false);
    }
  };
  const keepTheirs = () => {
    onClose();
    refresh();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth data-testid="clash">
      <DialogTitle id={id} component="h2">
        {t('conflict')}
      </DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{t('conflict_says')}</Typography>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('field')}</TableCell>
              <TableCell>{t('mine')}</TableCell>
              <TableCell>{t('theirs')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field) => (
              <TableRow key={field}>
                <TableCell component="th" scope="row">
                  {labels[field]}
                </TableCell>
                <TableCell>{words(mine[field]) || '–'}</TableCell>
                <TableCell>{words(theirs[field]) || '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button onClick={keepTheirs} autoFocus>
          {t('keep_theirs')}
        </Button>
        <Button variant="contained" disabled={busy} onClick={() => void keepMine()} data-testid="keep-mine">
          {t('keep_mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A value as people read it: texts and lists one after the other, without what is empty. */
function words(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value)
      .map(words)
      .filter((one) => one !== '')
      .join(', ');
  }
  return value === null || value === undefined ? '' : String(value);
}
