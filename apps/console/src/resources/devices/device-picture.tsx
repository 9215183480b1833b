import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { instantWords } from '../../parts/instants.ts';
import { Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useNow } from '../../parts/when.tsx';
import { deviceTexts } from './device-texts.ts';

/** A device sends its picture within so many milliseconds, or it does not. */
const patience = 15_000;

/** What the screen shows, when somebody asks. */
export function DevicePicture({ device }: { device: DeviceRow }) {
  const t = useTexts(deviceTexts);
  const language = useLanguage();
  const data = useConsoleData();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const now = useNow(1_000);
  const params = { id: device.id };
  const queryKey = ['devicePicture', device.id];
  const { data: picture } = useQuery({
    queryKey,
    queryFn: ({ signal }) => data.call('devicePicture', { params, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'asked' ? 1_000 : false),
  });
  const ask = async () => {
    await act(
      (call) => call('devicePictureAsk', { params }),
      ({ reached }) => t(reached ? 'reached' : 'not_reached'),
    );
    await queries.invalidateQueries({ queryKey });
  };
  const waits = picture?.state === 'asked' && now - Date.parse(picture.askedAt ?? '') < patience;
  const seen = picture?.state === 'there' && picture.data !== null ? picture : undefined;
  return (
    <Section
      title={t('picture')}
      actions={
        <Button
          variant="outlined"
          disabled={busy || waits || device.state !== 'online'}
          onClick={() => void ask()}
          data-testid="picture-ask"
        >
          {t('picture_ask')}
        </Button>
      }
    >
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('picture_truth')}
      </Alert>
      {seen ? (
        <Box component="figure" sx={{ m: 0 }}>
          <Box
            component="img"
            src={`data:${seen.type};base64,${seen.data}`}
            alt={t('picture_at', { name: device.name, time: instantWords(seen.takenAt ?? '', language) })}
            data-testid="picture"
            sx={{ display: 'block', maxWidth: '100%', maxHeight: 480, border: 1, borderColor: 'divider' }}
          />
          <Typography component="figcaption" variant="body2" color="text.secondary">
            {t('picture_at', { name: device.name, time: instantWords(seen.takenAt ?? '', language) })}
          </Typography>
        </Box>
      ) : (
        <Typography role="status" color="text.secondary">
          {t(waits ? 'picture_waits' : picture?.state === 'asked' ? 'picture_late' : 'picture_none')}
        </Typography>
      )}
    </Section>
  );
}
