import type { InvitationRow } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { CreateButton, DataTable, List, SelectInput, TextInput, TopToolbar } from 'react-admin';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { OfficeNames } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Age, Moment } from '../../parts/when.tsx';
import { roleWord } from '../staff/role-choices.ts';
import { staffTexts } from '../staff/staff-texts.ts';

const tones: Readonly<Record<InvitationRow['state'], Tone>> = {
  open: 'note',
  accepted: 'good',
  withdrawn: 'off',
  expired: 'warning',
};
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

export function InvitationList() {
  const t = useTexts(staffTexts);
  const invite = <CreateButton label={t('inv_create')} variant="contained" />;
  return (
    <List
      sort={{ field: 'sentAt', order: 'DESC' }}
      perPage={50}
      filters={useFilters()}
      exporter={false}
      empty={
        <EmptyPlace title={t('inv_empty')} help={t('inv_empty_help')}>
          {invite}
        </EmptyPlace>
      }
      actions={<TopToolbar>{invite}</TopToolbar>}
    >
      <InvitationTable />
    </List>
  );
}

function InvitationTable() {
  const t = useTexts(staffTexts);
  const part = useTexts(partTexts);
  const Col = DataTable.Col<InvitationRow>;
  return (
    <DataTable<InvitationRow> rowClick={false} bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col source="email" label={t('email')} />
      <Col
        label={t('roles')}
        disableSort
        render={({ roles }) => roles.map((role) => roleWord(part, role)).join(', ')}
      />
      <Col label={t('offices')} disableSort render={({ offices }) => <OfficeNames slugs={offices} />} sx={fromTablet} />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={tones[state]} label={t(`inv_state_${state}`)} />}
      />
      <Col source="sentAt" label={t('inv_sent')} render={({ sentAt }) => <Age at={sentAt} />} />
      <Col
        source="expiresAt"
        label={t('inv_expires')}
        render={({ expiresAt }) => <Moment at={expiresAt} />}
        sx={fromTablet}
      />
      <Col label={t('account')} disableSort render={(row) => <Actions invitation={row} />} />
    </DataTable>
  );
}

function Actions({ invitation: { id, state } }: { invitation: InvitationRow }) {
  const t = useTexts(staffTexts);
  const { act, busy } = useAct();
  if (state === 'accepted' || state === 'withdrawn') return '–';
  const params = { id };
  return (
    <Stack direction="row" spacing={1}>
      <Button
        size="small"
        disabled={busy}
        onClick={() => void act((call) => call('invitationResend', { params }), t('inv_resent'))}
      >
        {t('inv_resend')}
      </Button>
      <Button
        size="small"
        color="error"
        disabled={busy}
        onClick={() => void act((call) => call('invitationWithdraw', { params }), t('inv_withdrawn'))}
      >
        {t('inv_withdraw')}
      </Button>
    </Stack>
  );
}

function useFilters() {
  const t = useTexts(staffTexts);
  const part = useTexts(partTexts);
  const states = (['open', 'accepted', 'expired', 'withdrawn'] as const).map((id) => ({
    id,
    name: t(`inv_state_${id}`),
  }));
  return [
    <TextInput key="q" source="q" label={part('search')} alwaysOn resettable />,
    <SelectInput key="state" source="state" label={t('state')} choices={states} alwaysOn />,
  ];
}
