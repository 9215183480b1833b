import type { Client } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import Upload from '@mui/icons-material/UploadOutlined';
import { Button } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import { useExplain } from '../../parts/use-explain.ts';
import { mediaTexts } from './media-texts.ts';

/** The contract's mediaLimits.video: its value would bring zod along. The server looks again. */
const largest = 20 * 1_048_576;
const taken = 'image/jpeg,image/png,image/webp,video/mp4,video/webm';

/** Sends files one after another; one that is refused does not stop the others. */
export function UploadButton() {
  const t = useTexts(mediaTexts);
  const data = useConsoleData();
  const notify = useNotify();
  const refresh = useRefresh();
  const explain = useExplain();
  const input = useRef<HTMLInputElement>(null);
  const [coming, setComing] = useState<string | null>(null);
  const refuse = (text: string) => notify(text, { type: 'error', autoHideDuration: 10_000 });
  const send = async (file: File): Promise<boolean> => {
    setComing(file.name);
    if (file.size > largest) {
      refuse(t('too_large', { name: file.name }));
      return false;
    }
    try {
      const upload = data.upload as Client['upload'];
      await upload('mediaUpload', file, { query: { name: file.name.slice(-120) } });
      return true;
    } catch (error) {
      refuse(t('refused', { name: file.name, why: explain(error) }));
      return false;
    }
  };
  const sendAll = async (files: readonly File[]) => {
    let sent = 0;
    for (const file of files) if (await send(file)) sent += 1;
    setComing(null);
    if (input.current) input.current.value = '';
    if (sent > 0) notify(t('uploaded', { n: sent }), { type: 'success' });
    refresh();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={taken}
        data-testid="upload-files"
        aria-label={t('upload')}
        onChange={(event) => void sendAll([...(event.target.files ?? [])])}
      />
      <Button
        variant="contained"
        startIcon={<Upload />}
        disabled={coming !== null}
        onClick={() => input.current?.click()}
        aria-live="polite"
        sx={{ whiteSpace: 'nowrap', flex: 'none' }}
      >
        {coming === null ? t('upload') : t('uploading', { name: coming })}
      </Button>
    </>
  );
}
