import { useTexts } from '@sunbeon/ui';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import { IconButton } from '@mui/material';
import { settingsTexts } from './settings-texts.ts';

/** The list with one of its things at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

interface OrderButtonsProps {
  name: string;
  /** Its place in the list, from 0, and how many there are. */
  at: number;
  of: number;
  onMove: (to: number) => void;
}

/** Moves a thing of a list up or down: what the mouse drags, the keyboard moves by these. */
export function OrderButtons({ name, at, of, onMove }: OrderButtonsProps) {
  const t = useTexts(settingsTexts);
  return (
    <>
      <IconButton disabled={at === 0} onClick={() => onMove(at - 1)} aria-label={t('up', { name })}>
        <ArrowUpward fontSize="small" />
      </IconButton>
      <IconButton disabled={at === of - 1} onClick={() => onMove(at + 1)} aria-label={t('down', { name })}>
        <ArrowDownward fontSize="small" />
      </IconButton>
    </>
  );
}
