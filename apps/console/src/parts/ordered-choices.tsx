import { useTexts } from '@sunbeon/ui';
import Close from '@mui/icons-material/CloseOutlined';
import {
  FormControl,
  FormHelperText,
  FormLabel,
  IconButton,
  List,
  ListItem,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useInput } from 'react-admin';
import type { Choice } from './inputs.tsx';
import { moved, OrderButtons } from './order-buttons.tsx';
import { settingsTexts } from './settings-texts.ts';

interface OrderedChoicesProps {
  source: string;
  label: string;
  helperText: string;
  choices: readonly Choice[];
}

/** Some of many, in an order that counts. The value is the list of what was chosen; moved by buttons, so by keyboard too. */
export function OrderedChoices({ source, label, helperText, choices }: OrderedChoicesProps) {
  const t = useTexts(settingsTexts);
  const { field } = useInput({ source, defaultValue: [] });
  const id = useId();
  const chosen = (field.value ?? []) as string[];
  const nameOf = (one: string) => choices.find((choice) => choice.id === one)?.name ?? one;
  const left = choices.filter((choice) => !chosen.includes(choice.id));
  return (
    <FormControl component="fieldset" sx={{ my: 1 }} aria-describedby={`${id}-help`} data-testid={`ordered-${source}`}>
      <FormLabel component="legend">{label}</FormLabel>
      <FormHelperText id={`${id}-help`} sx={{ mx: 0 }}>
        {helperText}
      </FormHelperText>
      <List dense disablePadding>
        {chosen.map((one, index) => (
          <ListItem key={one} disableGutters sx={{ gap: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            <Typography sx={{ flex: 1 }}>
              {index + 1}. {nameOf(one)}
            </Typography>
            <OrderButtons
              name={nameOf(one)}
              at={index}
              of={chosen.length}
              onMove={(to) => field.onChange(moved(chosen, index, to))}
            />
            <IconButton
              onClick={() => field.onChange(chosen.filter((other) => other !== one))}
              aria-label={t('take_out', { name: nameOf(one) })}
            >
              <Close fontSize="small" />
            </IconButton>
          </ListItem>
        ))}
      </List>
      {left.length > 0 && (
        <TextField
          select
          size="small"
          label={t('add_one')}
          value=""
          onChange={(event) => field.onChange([...chosen, event.target.value])}
          onBlur={field.onBlur}
          sx={{ mt: 1 }}
        >
          {left.map((choice) => (
            <MenuItem key={choice.id} value={choice.id}>
              {choice.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormControl>
  );
}
