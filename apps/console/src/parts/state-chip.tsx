import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import RemoveCircle from '@mui/icons-material/RemoveCircleOutlined';
import Warning from '@mui/icons-material/WarningAmberOutlined';
import { Chip } from '@mui/material';
import type { ComponentType } from 'react';

export type Tone = 'good' | 'bad' | 'warning' | 'note' | 'off';

const looks: Readonly<
  Record<Tone, { color: 'success' | 'error' | 'warning' | 'info' | 'default'; icon: ComponentType }>
> = {
  good: { color: 'success', icon: CheckCircle },
  bad: { color: 'error', icon: ErrorIcon },
  warning: { color: 'warning', icon: Warning },
  note: { color: 'info', icon: Info },
  off: { color: 'default', icon: RemoveCircle },
};

/** A state: by word, by shape and by colour. */
export function StateChip({ tone, label }: { tone: Tone; label: string }) {
  const { color, icon: Icon } = looks[tone];
  return <Chip size="small" variant="outlined" color={color} icon={<Icon />} label={label} />;
}
