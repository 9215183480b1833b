import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Nothing is here yet: says so, and what to do about it. */
export function EmptyPlace({ title, help, children }: { title: string; help: string; children?: ReactNode }) {
  return (
    <Paper variant="outlined" sx={{ p: { xs: 3, md: 6 }, width: '100%', textAlign: 'center' }} data-testid="empty">
      <Typography variant="h2">{title}</Typography>
      <Typography color="text.secondary" sx={{ my: 2, mx: 'auto', maxWidth: 560 }}>
        {help}
      </Typography>
      <Box>{children}</Box>
    </Paper>
  );
}
