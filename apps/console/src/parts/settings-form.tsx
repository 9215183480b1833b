import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Skeleton } from '@mui/material';
import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SaveButton, SimpleForm, Toolbar, useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useConsoleData, type ConsoleData } from '../data/data-provider.ts';
import { Refusal, refusal } from '../data/refusal.ts';
import { formStyle } from './form-style.ts';
import { partTexts } from './part-texts.ts';
import { useExplain } from './use-explain.ts';

interface SettingsFormProps<Values extends object> {
  /** Key of what is read. */
  name: QueryKey;
  read: (data: ConsoleData, signal: AbortSignal) => Promise<Values>;
  /** Sends what stands in the form; throws what the server refuses. */
  save: (data: ConsoleData, values: FieldValues, before: Values) => Promise<Values>;
  /** What stands in the form at first. */
  toForm?: (values: Values) => FieldValues;
  /** The fields have the whole width: they stand beside something. */
  wide?: boolean;
  children: (values: Values) => ReactNode;
}

/** Settings that there are one of: read, shown in a form, saved whole. What was typed stays when they are refused. */
export function SettingsForm<Values extends object>(props: SettingsFormProps<Values>) {
  const { name, read, save, toForm = (values: Values) => ({ ...values }), wide = false, children } = props;
  const t = useTexts(partTexts);
  const data = useConsoleData();
  const queries = useQueryClient();
  const notify = useNotify();
  const explain = useExplain();
  const { data: values, error, refetch } = useQuery({ queryKey: name, queryFn: ({ signal }) => read(data, signal) });
  if (error)
    return (
      <Alert severity="error" action={<Button onClick={() => void refetch()}>{t('try_again')}</Button>}>
        {explain(error)}
      </Alert>
    );
  if (!values) return <Skeleton variant="rounded" height={240} role="status" aria-label={t('loading')} />;
  const submit = async (typed: FieldValues) => {
    try {
      queries.setQueryData(name, await save(data, typed, values));
      notify(t('saved'), { type: 'success' });
      return undefined;
    } catch (fault) {
      notify(explain(fault), { type: 'error', autoHideDuration: 8_000 });
      const known = refusal(fault);
      return known instanceof Refusal ? known.body.errors : undefined;
    }
  };
  return (
    <Box sx={{ '& .MuiCardContent-root, & form > div': { px: 0 } }}>
      <SimpleForm
        noValidate
        record={toForm(values)}
        onSubmit={submit}
        sx={{ p: 0, ...formStyle, ...(wide && { maxWidth: 'none' }) }}
        toolbar={
          <Toolbar sx={{ bgcolor: 'transparent', px: '0 !important' }}>
            <SaveButton />
          </Toolbar>
        }
      >
        {children(values)}
      </SimpleForm>
    </Box>
  );
}
