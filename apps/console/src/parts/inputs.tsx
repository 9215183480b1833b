import { Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel, Switch } from '@mui/material';
import { useId } from 'react';
import { useInput, useTranslate, ValidationError, type InputProps } from 'react-admin';

/*
 * Inputs of react-admin 5.15 that hand props to MUI 9 which it no longer knows; they would end up in the page. These are
 * the same on MUI 9's own terms.
 */

interface FieldProps extends Pick<InputProps, 'source' | 'defaultValue' | 'validate'> {
  label: string;
  helperText?: string;
}

/** On or off. */
export function SwitchInput({ label, helperText, ...props }: FieldProps) {
  const { field, id } = useInput({ defaultValue: false, ...props });
  const help = `${id}-help`;
  return (
    <FormControl sx={{ my: 1 }}>
      <FormControlLabel
        label={label}
        control={
          <Switch
            id={id}
            name={field.name}
            checked={Boolean(field.value)}
            onChange={(event) => field.onChange(event.target.checked)}
            onBlur={field.onBlur}
            slotProps={{ input: { ref: field.ref, 'aria-describedby': helperText ? help : undefined } }}
          />
        }
      />
      {helperText && (
        <FormHelperText id={help} sx={{ mt: 0 }}>
          {helperText}
        </FormHelperText>
      )}
    </FormControl>
  );
}

/** Several of a few. The value is the list of what is ticked, in the order of the choices. */
export function ChecksInput({ label, helperText, choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const translate = useTranslate();
  const { field, fieldState, isRequired } = useInput(props);
  const id = useId();
  const ticked = (field.value ?? []) as string[];
  const tick = (one: string, on: boolean) =>
    field.onChange(choices.map((choice) => choice.id).filter((each) => (each === one ? on : ticked.includes(each))));
  const fault = fieldState.invalid ? fieldState.error?.message : undefined;
  return (
    <FormControl component="fieldset" error={fieldState.invalid} sx={{ my: 1 }} aria-describedby={`${id}-help`}>
      <FormLabel component="legend" required={isRequired}>
        {label}
      </FormLabel>
      <FormGroup row>
        {choices.map((choice, index) => (
          <FormControlLabel
            key={choice.id}
            label={translate(choice.name, { _: choice.name })}
            control={
              <Checkbox
                name={`${field.name}.${choice.id}`}
                checked={ticked.includes(choice.id)}
                onChange={(event) => tick(choice.id, event.target.checked)}
                onBlur={field.onBlur}
                slotProps={{ input: index === 0 ? { ref: field.ref } : {} }}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText id={`${id}-help`}>
        {fault === undefined ? helperText : <ValidationError error={fault} />}
      </FormHelperText>
    </FormControl>
  );
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}
