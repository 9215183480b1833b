import type { Level } from '@sunbeon/contract';
import { LevelBadge } from '@sunbeon/ui';
import { Box } from '@mui/material';

const colors = {
  quiet: 'success.main',
  normal: 'info.main',
  busy: 'warning.main',
  crowded: 'error.main',
} as const satisfies Record<Level, string>;

/** The level as all screens show it, in the console's own colours and sizes. */
export function LevelMark({ level }: { level: Level | null }) {
  return (
    <Box
      component="span"
      sx={{
        '& .sb-level': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          whiteSpace: 'nowrap',
          fontWeight: 700,
        },
        '& svg': { width: '1.1em', height: '1.1em', flex: 'none' },
        color: level === null ? 'text.secondary' : colors[level],
      }}
    >
      <LevelBadge level={level} />
    </Box>
  );
}
