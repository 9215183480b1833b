import type { TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { Form, SaveButton } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { partTexts } from '../../parts/part-texts.ts';
import { useAct } from '../../parts/use-act.ts';
import { ReaderFields } from './person-fields.tsx';
import { regionsTexts } from './region-texts.ts';

/** Invites one more reader of a region by a letter. */
export function InviteReader({ region, onDone }: { region: TenantView; onDone: () => Promise<void> }) {
  const t = useTexts(regionsTexts);
  const part = useTexts(partTexts);
  const title = useId();
  const { act, fault, forget } = useAct({ inDialog: true, conflict: t('reader_taken') });
  const [open, setOpen] = useState(false);
  const close = () => (setOpen(false), forget());
  const invite = async ({ email, name }: FieldValues) => {
    const body = { email: String(email), name: String(name) };
    const made = await act((call) => call('regionInvite', { params: { id: region.id }, body }), t('reader_asked'));
    if (!made) return;
    setOpen(false);
    await onDone();
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('invite')}
      </Button>
      <Dialog open={open} onClose={close} aria-labelledby={title} maxWidth="sm" fullWidth>
        <DialogTitle id={title} component="h2">
          {t('invite_title', { name: region.name })}
        </DialogTitle>
        <DialogContent>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {t('invite_help')}
          </Typography>
          <Form onSubmit={invite} noValidate>
            <Box sx={{ '& .MuiFormControl-root': { width: '100%' } }}>
              <ReaderFields />
            </Box>
            <Box role="alert" sx={{ mb: 2 }}>
              {fault && (
                <Alert severity="error" role="presentation">
                  {fault}
                </Alert>
              )}
            </Box>
            <SaveButton label={t('invite_send')} icon={<></>} alwaysEnable />
            <Button sx={{ ml: 1 }} onClick={close}>
              {part('cancel')}
            </Button>
          </Form>
        </DialogContent>
      </Dialog>
    </>
  );
}
