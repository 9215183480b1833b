import { MenuItem, TextField } from '@mui/material';

interface ViewChoiceProps {
  label: string;
  value: string;
  onChange: (id: string) => void;
  choices: readonly { readonly id: string; readonly name: string }[];
}

/** What a preview beside it shows; nothing of it is saved. */
export function ViewChoice({ label, value, onChange, choices }: ViewChoiceProps) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 120 }}
    >
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
