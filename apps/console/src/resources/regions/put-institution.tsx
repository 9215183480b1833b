import { provinces, type TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { regionsTexts } from './region-texts.ts';

/** Puts an institution into a region, by the code of its district. */
export function PutInstitution({ region, others }: { region: TenantView; others: readonly TenantView[] }) {
  const t = useTexts(regionsTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('put')}
      </Button>
      {open && <PutDialog {...{ region, others }} onClose={() => setOpen(false)} />}
    </>
  );
}

interface PutDialogProps {
  region: TenantView;
  others: readonly TenantView[];
  onClose: () => void;
}

function PutDialog({ region, others, onClose }: PutDialogProps) {
  const t = useTexts(regionsTexts);
  const queries = useQueryClient();
  const { act, busy, fault } = useAct({ inDialog: true });
  const [id, setId] = useState('');
  const [district, setDistrict] = useState('');
  const put = async () => {
    const body = { areaCode: `${district}00000` };
    if (!(await act((call) => call('tenantAreaSet', { params: { id }, body }), t('put_done')))) return;
    await queries.invalidateQueries({ queryKey: ['districts'] });
    onClose();
  };
  return (
    <AskDialog
      title={t('put_title', { name: region.name })}
      says={others.length === 0 ? t('put_nobody') : t('put_says')}
      go={t('put_go')}
      busy={busy || id === '' || district === ''}
      fault={fault}
      onGo={() => void put()}
      onClose={onClose}
    >
      {others.length > 0 && (
        <>
          <TextField
            select
            required
            label={t('institution')}
            value={id}
            onChange={(event) => setId(event.target.value)}
          >
            {others.map((other) => (
              <MenuItem key={other.id} value={other.id}>
                {t('now_in', { name: other.name, area: other.areaName ?? other.areaCode ?? t('no_area') })}
              </MenuItem>
            ))}
          </TextField>
          <DistrictChoice region={region} district={district} onChoose={setDistrict} />
        </>
      )}
    </AskDialog>
  );
}

function DistrictChoice(props: { region: TenantView; district: string; onChoose: (district: string) => void }) {
  const { region, district, onChoose } = props;
  const t = useTexts(regionsTexts);
  const province = provinces.find(({ code }) => code === region.areaCode?.slice(0, 2));
  const choices = Object.entries(province?.districts ?? {}).sort(([, a], [, b]) => a.localeCompare(b, 'ko'));
  if (choices.length === 0) return <Typography color="text.secondary">–</Typography>;
  return (
    <TextField
      select
      required
      label={t('district')}
      value={district}
      onChange={(event) => onChoose(event.target.value)}
    >
      {choices.map(([code, name]) => (
        <MenuItem key={code} value={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
