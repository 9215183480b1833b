import { useTexts } from '@sunbeon/ui';
import { Button, List, ListItemButton, ListItemText, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import type { TenantRow } from '../../data/sources/tenants.ts';
import { Section } from '../../parts/section.tsx';
import { Age } from '../../parts/when.tsx';
import { homeTexts } from './home-texts.ts';

/** Applications that wait for the operator's yes, the oldest first. */
export function PendingTenants() {
  const t = useTexts(homeTexts);
  const { data = [], total = 0 } = useGetList<TenantRow>(
    'tenants',
    { filter: { status: 'pending' }, pagination: { page: 1, perPage: 20 }, sort: { field: 'createdAt', order: 'ASC' } },
    { refetchInterval: 60_000 },
  );
  return (
    <Section
      title={total === 0 ? t('pending') : `${t('pending')} (${total})`}
      actions={
        <Button component={Link} to="/tenants">
          {t('all_tenants')}
        </Button>
      }
    >
      {total === 0 ? (
        <Typography color="text.secondary">{t('pending_none')}</Typography>
      ) : (
        <List disablePadding>
          {data.map(({ id, name, areaName, createdAt }) => (
            <li key={id}>
              <ListItemButton component={Link} to={`/tenants/${id}/show`} divider>
                <ListItemText primary={name} secondary={areaName} />
                <Age at={createdAt} />
              </ListItemButton>
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}
