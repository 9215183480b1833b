import type { TenantDetail } from '@sunbeon/contract';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Box, Skeleton } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import { instantWords } from '../../parts/instants.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { Moment } from '../../parts/when.tsx';
import { TenantActions } from './tenant-actions.tsx';
import { TenantLimits } from './tenant-limits.tsx';
import { tenantTexts } from './tenant-texts.ts';
import { TenantUsage } from './tenant-usage.tsx';
import { statusTones } from './tenant-words.ts';

/** One tenant: who it is, its application, what it uses, and what the operator decides about it. */
export function TenantShow() {
  return (
    <ShowBase>
      <TenantPage />
    </ShowBase>
  );
}

function TenantPage() {
  const { record: tenant } = useShowContext<TenantDetail>();
  // The row of the list is shown first by react-admin; it has less.
  if (!tenant || !('limits' in tenant)) return <Skeleton variant="rounded" height={320} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
      <Title title={tenant.name} />
      <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2 }}>
        <TenantActions tenant={tenant} />
        <NextChange tenant={tenant} />
      </Box>
      <FactsOf tenant={tenant} />
      <Application tenant={tenant} />
      <TenantUsage tenant={tenant} />
      <TenantLimits limits={tenant.limits} />
    </Box>
  );
}

function NextChange({ tenant: { next } }: { tenant: TenantDetail }) {
  const t = useTexts(tenantTexts);
  const language = useLanguage();
  if (next === null) return null;
  const says = t('next_says', { at: instantWords(next.at, language), status: t(`status_${next.status}`) });
  return (
    <Alert severity="warning">
      {t('next')}: {says}
      {next.reason !== null && ` (${next.reason})`}
    </Alert>
  );
}

function FactsOf({ tenant }: { tenant: TenantDetail }) {
  const t = useTexts(tenantTexts);
  const { slug, kind, status, statusReason, plan, areaCode, areaName, createdAt, trialEndsAt } = tenant;
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [t('status'), <StateChip key="status" tone={statusTones[status]} label={t(`status_${status}`)} />],
          ...(statusReason === null ? [] : [[t('reason_was'), statusReason] as const]),
          [t('slug'), `/${slug}`],
          [t('kind'), t(`kind_${kind}`)],
          [t('area'), [areaName, areaCode].filter(Boolean).join(' ') || '–'],
          [t('plan'), t(`plan_${plan}`)],
          [t('created'), <Moment key="created" at={createdAt} />],
          [t('trial_ends'), trialEndsAt === null ? '–' : <Moment key="trial" at={trialEndsAt} />],
        ]}
      />
    </Section>
  );
}

function Application({ tenant: { application } }: { tenant: TenantDetail }) {
  const t = useTexts(tenantTexts);
  if (application === null) return <Section title={t('application')}>{t('application_none')}</Section>;
  const { appliedAt, contact, terms, decision, decidedAt, reason } = application;
  return (
    <Section title={t('application')} help={t('contact_note')}>
      <Facts
        rows={[
          [t('applied'), <Moment key="applied" at={appliedAt} />],
          [t('contact'), `${contact.name} <${contact.email}>`],
          [t('phone'), contact.phone ?? '–'],
          [t('terms'), terms],
          [t('decided'), decision === null ? t('waits') : t(`decision_${decision}`)],
          ...(decidedAt === null ? [] : [['', <Moment key="decided" at={decidedAt} />] as const]),
          ...(reason === null ? [] : [[t('reason_was'), reason] as const]),
        ]}
      />
    </Section>
  );
}
