import type { TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { Form, SaveButton } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { partTexts } from '../../parts/part-texts.ts';
import { useAct } from '../../parts/use-act.ts';
import { PersonFields } from './person-fields.tsx';
import { regionsTexts } from './region-texts.ts';

/** One more reader of a region. */
export function AddPerson({ region }: { region: TenantView }) {
  const t = useTexts(regionsTexts);
  const part = useTexts(partTexts);
  const title = useId();
  const { act, fault, forget } = useAct({ inDialog: true, conflict: t('email_taken') });
  const [open, setOpen] = useState(false);
  const close = () => (setOpen(false), forget());
  const add = async ({ email, name, password }: FieldValues) => {
    const body = { email: String(email), name: String(name), password: String(password) };
    const made = await act(
      (call) => call('regionPersonCreate', { params: { id: region.id }, body }),
      t('person_added'),
    );
    if (made) setOpen(false);
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('add_person')}
      </Button>
      <Dialog open={open} onClose={close} aria-labelledby={title} maxWidth="sm" fullWidth>
        <DialogTitle id={title} component="h2">
          {t('add_person_title', { name: region.name })}
        </DialogTitle>
        <DialogContent>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {t('person_help')}
          </Typography>
          <Form onSubmit={add} noValidate>
            <Box sx={{ '& .MuiFormControl-root': { width: '100%' } }}>
              <PersonFields />
            </Box>
            <Box role="alert" sx={{ mb: 2 }}>
              {fault && (
                <Alert severity="error" role="presentation">
                  {fault}
                </Alert>
              )}
            </Box>
            <SaveButton label={t('add_person')} icon={<></>} alwaysEnable />
            <Button sx={{ ml: 1 }} onClick={close}>
              {part('cancel')}
            </Button>
          </Form>
        </DialogContent>
      </Dialog>
    </>
  );
}
