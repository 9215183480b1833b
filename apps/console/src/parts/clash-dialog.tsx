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
import { useId } from 'react';
import { settingsTexts } from './settings-texts.ts';

/** A field of which two people wrote different contents, in words. */
export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

interface ClashDialogProps {
  differences: readonly Difference[];
  busy: boolean;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
  /** Back to the form; nothing is decided. */
  onClose: () => void;
}

/** Two saved at once: both contents side by side, and whoever came second decides. */
export function ClashDialog({ differences, busy, onKeepMine, onKeepTheirs, onClose }: ClashDialogProps) {
  const t = useTexts(settingsTexts);
  const id = useId();
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
            {differences.map(({ label, mine, theirs }) => (
              <TableRow key={label}>
                <TableCell component="th" scope="row">
                  {label}
                </TableCell>
                <TableCell>{mine || '–'}</TableCell>
                <TableCell>{theirs || '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button onClick={onKeepTheirs} autoFocus>
          {t('keep_theirs')}
        </Button>
        <Button variant="contained" disabled={busy} onClick={onKeepMine} data-testid="keep-mine">
          {t('keep_mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** Where two contents differ, in words. @param labels names of the fields that are compared */
export function differencesOf(labels: Readonly<Record<string, string>>, mine: Fields, theirs: Fields): Difference[] {
  return Object.entries(labels)
    .map(([field, label]) => ({ label, mine: words(mine[field]), theirs: words(theirs[field]) }))
    .filter((one) => one.mine !== one.theirs);
}

/** A value as people read it: texts and lists one after the other, without what is empty. */
function words(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).sort(); // jsonb gives keys back in an order of its own
    return keys
      .map((key) => words((value as Fields)[key]))
      .filter((one) => one !== '')
      .join(', ');
  }
  return value === null || value === undefined ? '' : String(value);
}
