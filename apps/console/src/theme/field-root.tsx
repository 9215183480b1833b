import { FormControl, type FormControlProps } from '@mui/material';

type Given = FormControlProps & { InputProps?: unknown; inputProps?: unknown; InputLabelProps?: unknown };

/** Frame of a text field. react-admin 5.15 sends these three beside `slotProps`; MUI 9 would write them into the page. */
export function FieldRoot({ InputProps: _field, inputProps: _input, InputLabelProps: _label, ...rest }: Given) {
  return <FormControl {...rest} />;
}
