import type { LimitUse } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Section } from '../../parts/section.tsx';
import { tenantTexts } from './tenant-texts.ts';

interface TenantLimitsProps {
  limits: readonly LimitUse[];
  title?: string;
  help?: string;
  /** What is to be known besides. */
  children?: ReactNode;
}

/** What the plan allows, and how much of it is used; by figures and by a bar. */
export function TenantLimits({ limits, title, help, children }: TenantLimitsProps) {
  const t = useTexts(tenantTexts);
  return (
    <Section title={title ?? t('limits')} {...(help !== undefined && { help })}>
      {children}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {limits.map(({ limit, value, used }) => (
          <Box key={limit}>
            <Typography sx={{ display: 'flex', justifyContent: 'space-between' }}>
              <span>{t(`limit_${limit}`)}</span>
              <span>
                {used.toLocaleString()} / {value?.toLocaleString() ?? t('limit_none')}
              </span>
            </Typography>
            {value !== null && (
              <LinearProgress
                variant="determinate"
                aria-label={t(`limit_${limit}`)}
                value={Math.min(100, value === 0 ? 100 : (used / value) * 100)}
                color={used > value ? 'error' : used === value ? 'warning' : 'primary'}
                sx={{ height: 8, borderRadius: 1 }}
              />
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
