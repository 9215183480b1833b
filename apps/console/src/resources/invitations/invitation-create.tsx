import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import {
  Create,
  email,
  maxLength,
  required,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRedirect,
} from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { RolesAndOffices } from '../staff/staff-edit.tsx';
import { staffTexts } from '../staff/staff-texts.ts';

interface Wish {
  email: string;
  name: string;
  roles: string[];
  offices?: string[];
}
const send = ({ email: address, name, roles, offices }: Wish) => ({
  email: address,
  name,
  roles,
  offices: offices ?? [],
});

/** Invites somebody by e-mail. */
export function InvitationCreate() {
  const t = useTexts(staffTexts);
  const notify = useNotify();
  const redirect = useRedirect();
  const offices = useOfficeChoices();
  const first = offices.length === 1 ? offices.map(({ id }) => id) : [];
  const sent = () => {
    notify(t('inv_done'), { type: 'success' });
    redirect('list', 'invitations');
  };
  return (
    <Create title={t('inv_create')} transform={send} mutationOptions={{ onSuccess: sent }}>
      <SimpleForm
        noValidate
        defaultValues={{ roles: ['staff'], offices: first }}
        sx={formStyle}
        toolbar={
          <Toolbar>
            <SaveButton label={t('inv_send')} icon={<></>} />
          </Toolbar>
        }
      >
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('inv_help')}
        </Typography>
        <TextInput source="email" type="email" label={t('email')} validate={[required(), email(), maxLength(200)]} />
        <TextInput source="name" label={t('name')} validate={[required(), maxLength(80)]} />
        <RolesAndOffices />
      </SimpleForm>
    </Create>
  );
}
