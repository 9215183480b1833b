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
import { useId, useState } from 'react';
import { useGetList, useInput } from 'react-admin';
import type { MediaRow } from '../../data/sources/media.ts';
import { moved, OrderButtons } from '../../parts/order-buttons.tsx';
import { settingsTexts } from '../../parts/settings-texts.ts';
import { Thumbnail } from '../media/thumbnail.tsx';
import { playlistTexts } from './playlist-texts.ts';

interface Item {
  readonly mediaId: string;
  readonly seconds: number;
}

/** Seconds of a picture unless somebody says otherwise. */
const usual = 12;

/** The pieces of a playlist in their order: dragged, or moved by buttons and so by keyboard. */
export function ItemsInput() {
  const t = useTexts(playlistTexts);
  const id = useId();
  const { field } = useInput({ source: 'items', defaultValue: [] });
  const [held, setHeld] = useState<number | null>(null);
  const { data: media = [] } = useGetList<MediaRow>('media', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const items = (field.value ?? []) as Item[];
  const put = (next: readonly Item[]) => field.onChange(next);
  const move = (from: number, to: number) => put(moved(items, from, to));
  return (
    <FormControl component="fieldset" fullWidth sx={{ my: 1 }} data-testid="playlist-items">
      <FormLabel component="legend">{t('items')}</FormLabel>
      <FormHelperText id={id} sx={{ mx: 0 }}>
        {t('items_help')}
      </FormHelperText>
      <List dense disablePadding aria-describedby={id}>
        {items.map((item, index) => (
          <ListItem
            // One file may play twice.
            key={`${item.mediaId} ${index}`}
            disableGutters
            draggable
            onDragStart={() => setHeld(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (held !== null && held !== index) move(held, index);
              setHeld(null);
            }}
            sx={{ gap: 1, borderBottom: 1, borderColor: 'divider', cursor: 'grab', opacity: held === index ? 0.5 : 1 }}
          >
            <Piece
              item={item}
              media={media.find((one) => one.id === item.mediaId)}
              place={{ at: index, of: items.length }}
              onChange={(seconds) => put(items.map((one, at) => (at === index ? { ...one, seconds } : one)))}
              onMove={(to) => move(index, to)}
              onRemove={() => put(items.filter((_, at) => at !== index))}
            />
          </ListItem>
        ))}
      </List>
      {items.length === 0 && (
        <Typography color="text.secondary">{t(media.length === 0 ? 'no_media' : 'no_items')}</Typography>
      )}
      {media.length > 0 && (
        <TextField
          select
          size="small"
          label={t('add')}
          value=""
          onChange={({ target }) => put([...items, { mediaId: target.value, seconds: usual }])}
          sx={{ mt: 1, maxWidth: 360 }}
        >
          {media.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormControl>
  );
}

interface PieceProps {
  item: Item;
  media: MediaRow | undefined;
  place: { readonly at: number; readonly of: number };
  onChange: (seconds: number) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function Piece({ item, media, place, onChange, onMove, onRemove }: PieceProps) {
  const t = useTexts(playlistTexts);
  const settings = useTexts(settingsTexts);
  const name = media?.name ?? t('gone');
  return (
    <>
      <Thumbnail id={item.mediaId} kind={media?.kind ?? 'video'} name={name} />
      <Typography sx={{ flex: 1, minWidth: 0, wordBreak: 'break-word' }}>
        {place.at + 1}. {name}
      </Typography>
      {media?.kind === 'image' && (
        <TextField
          type="number"
          size="small"
          label={t('seconds')}
          value={item.seconds}
          onChange={({ target }) => onChange(Number(target.value))}
          slotProps={{ htmlInput: { min: 3, max: 600, 'aria-label': `${name}: ${t('seconds')}` } }}
          sx={{ width: 96 }}
        />
      )}
      <OrderButtons name={name} {...place} onMove={onMove} />
      <IconButton onClick={onRemove} aria-label={settings('take_out', { name })}>
        <Close fontSize="small" />
      </IconButton>
    </>
  );
}
