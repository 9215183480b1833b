import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import { instantWords } from '../../parts/instants.ts';
import { Section } from '../../parts/section.tsx';
import { TenantLimits } from '../../resources/tenants/tenant-limits.tsx';
import { tenantTexts } from '../../resources/tenants/tenant-texts.ts';
import { useMe } from '../../session/session-context.ts';
import { homeTexts } from './home-texts.ts';

/** What one's own plan allows; where a new tenant goes on. */
export function OwnPlan() {
  const t = useTexts(homeTexts);
  const tenant = useTexts(tenantTexts);
  const language = useLanguage();
  const data = useConsoleData();
  const { data: own } = useQuery({ queryKey: ['ownPlan'], queryFn: ({ signal }) => data.call('ownPlan', { signal }) });
  const me = useMe();
  const isNew = me?.offices.length === 0 && me.permissions.includes('office.configure');
  if (!own) return null;
  const { status, statusReason, plan, trialEndsAt, next, limits } = own;
  return (
    <>
      {(isNew || status === 'pending') && (
        <Section
          title={t('setup')}
          help={t('setup_help')}
          actions={
            <Button variant="contained" href="/signup/setup">
              {t('setup_go')}
            </Button>
          }
        >
          {status === 'pending' && <Alert severity="info">{t('pending_own')}</Alert>}
        </Section>
      )}
      <TenantLimits
        limits={limits}
        title={t('plan')}
        help={t('plan_says', { status: tenant(`status_${status}`), plan: tenant(`plan_${plan}`) })}
      >
        {status === 'suspended' && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t('suspended')}
            {statusReason !== null && <Box sx={{ mt: 1 }}>{t('suspended_why', { reason: statusReason })}</Box>}
          </Alert>
        )}
        {status === 'trial' && trialEndsAt !== null && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {t('trial_until', { at: instantWords(trialEndsAt, language) })}
          </Alert>
        )}
        {next !== null && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {t('next', { at: instantWords(next.at, language), status: tenant(`status_${next.status}`) })}
          </Alert>
        )}
      </TenantLimits>
    </>
  );
}
