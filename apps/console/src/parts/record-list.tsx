import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { List, type SortPayload } from 'react-admin';
import { EmptyPlace } from './empty-place.tsx';

interface RecordListProps {
  /** What this is about: above the list, and in its place while there is nothing. */
  help: string;
  empty: string;
  /** The one thing to be done here, above the list. */
  action?: ReactNode;
  /** The newest first unless said. */
  sort?: SortPayload;
  /** Read anew every so many milliseconds: jobs work on it. */
  everyMs?: number;
  /** A few that are always all shown: no pages. */
  whole?: boolean;
  children: ReactNode;
}

const newest = { field: 'askedAt', order: 'DESC' } as const;

/** What was asked for or made, and what became of it. */
export function RecordList({
  help,
  empty,
  action,
  sort = newest,
  everyMs = 10_000,
  whole = false,
  children,
}: RecordListProps) {
  return (
    <List
      sort={sort}
      queryOptions={{ refetchInterval: everyMs }}
      exporter={false}
      {...(whole && { pagination: false, perPage: 100 })}
      sx={{ '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' } }}
      actions={
        <Box sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 2, pb: 2 }}>
          <Typography color="text.secondary" sx={{ flex: '1 1 20rem', maxWidth: '48rem' }}>
            {help}
          </Typography>
          <Box sx={{ ml: 'auto' }}>{action}</Box>
        </Box>
      }
      empty={
        <EmptyPlace title={empty} help={help}>
          {action}
        </EmptyPlace>
      }
    >
      {children}
    </List>
  );
}
