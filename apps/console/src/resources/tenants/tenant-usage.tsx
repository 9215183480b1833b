import type { TenantDetail } from '@sunbeon/contract';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { Button, Typography } from '@mui/material';
import { byteWords, instantWords } from '../../parts/instants.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Age } from '../../parts/when.tsx';
import { tenantTexts } from './tenant-texts.ts';

/** Figures of a tenant; counted once a day, and when the operator asks. */
export function TenantUsage({ tenant: { id, usage } }: { tenant: TenantDetail }) {
  const t = useTexts(tenantTexts);
  const language = useLanguage();
  const { act, busy } = useAct();
  const count = () => void act((call) => call('tenantUsage', { params: { id } }), t('usage_counted'));
  return (
    <Section
      title={t('usage')}
      help={usage === null ? t('usage_none') : t('usage_at', { at: instantWords(usage.at, language) })}
      actions={
        <Button variant="outlined" disabled={busy} onClick={count}>
          {t('usage_count')}
        </Button>
      }
    >
      {usage === null ? (
        <Typography color="text.secondary">–</Typography>
      ) : (
        <Facts
          rows={[
            [t('usage_offices'), usage.offices.toLocaleString()],
            [t('usage_devices'), `${usage.devices.total.toLocaleString()} (${usage.devices.online.toLocaleString()})`],
            [t('usage_staff'), usage.staff.toLocaleString()],
            [t('usage_today'), usage.tickets.today.toLocaleString()],
            [t('tickets30'), usage.tickets.days30.toLocaleString()],
            [t('usage_over'), usage.daysOver.toLocaleString()],
            [t('usage_rows'), usage.stored.rows.toLocaleString()],
            [t('bytes'), byteWords(usage.stored.bytes)],
            [t('activity'), <Age key="activity" at={usage.lastActivityAt} />],
          ]}
        />
      )}
    </Section>
  );
}
