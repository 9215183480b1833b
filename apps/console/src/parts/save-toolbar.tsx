import { Box } from '@mui/material';
import { SaveButton, Toolbar, useRecordContext } from 'react-admin';
import { ArchiveButton, type Archivable } from './archive-button.tsx';

/** Saving is all that a form does: what else react-admin would put there stands elsewhere. */
export function SaveToolbar() {
  return (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  );
}

interface ArchiveToolbarProps<Row> {
  kind: 'service' | 'counter' | 'unmannedKiosk';
  nameOf: (row: Row) => string;
}

/** What is archived is restored before it is changed. */
export function ArchiveToolbar<Row extends Archivable>({ kind, nameOf }: ArchiveToolbarProps<Row>) {
  const record = useRecordContext<Row>();
  return (
    <Toolbar>
      {record?.state === 'used' && <SaveButton />}
      <Box sx={{ ml: 'auto' }}>{record && <ArchiveButton kind={kind} record={record} name={nameOf(record)} />}</Box>
    </Toolbar>
  );
}
