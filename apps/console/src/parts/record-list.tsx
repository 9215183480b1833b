import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { List, TopToolbar } from 'react-admin';
import { EmptyPlace } from './empty-place.tsx';

interface RecordListProps {
  /** What this is about, above the list and in its place while there is nothing. */
  help: string;
  empty: string;
  /** The one thing to be done here, above the list. */
  action?: ReactNode;
  children: ReactNode;
}

/** What was asked for and what became of it, the newest first; read anew while jobs work on it. */
export function RecordList({ help, empty, action, children }: RecordListProps) {
  return (
    <>
      <Typography color="text.secondary">{help}</Typography>
      <List
        sort={{ field: 'askedAt', order: 'DESC' }}
        queryOptions={{ refetchInterval: 10_000 }}
        exporter={false}
        actions={action === undefined ? false : <TopToolbar>{action}</TopToolbar>}
        empty={
          <EmptyPlace title={empty} help={help}>
            {action}
          </EmptyPlace>
        }
      >
        {children}
      </List>
    </>
  );
}
