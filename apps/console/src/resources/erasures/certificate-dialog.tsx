import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import { partTexts } from '../../parts/part-texts.ts';
import { handFile } from '../../parts/use-download.ts';
import { useExplain } from '../../parts/use-explain.ts';
import { erasureTexts } from './erasure-texts.ts';

/** The proof that a tenant was erased: to read, to print, to keep. */
export function CertificateDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(erasureTexts);
  const part = useTexts(partTexts);
  const explain = useExplain();
  const data = useConsoleData();
  const { data: proof, error } = useQuery({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => data.call('erasureCertificate', { params: { id }, signal }),
  });
  const save = () => {
    const blob = new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' });
    handFile({ blob, name: `erasure-${id}.json` });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="certificate">
      <DialogTitle id="certificate" component="h2">
        {t('certificate_title')}
      </DialogTitle>
      <DialogContent>
        {error && <Alert severity="error">{explain(error)}</Alert>}
        {!proof && !error && <Skeleton variant="rounded" height={200} />}
        {proof && (
          <>
            <Alert severity={proof.signature.genuine ? 'success' : 'error'}>
              {t(proof.signature.genuine ? 'genuine' : 'not_genuine')}
            </Alert>
            <Box
              component="pre"
              data-testid="certificate"
              sx={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit', overflowWrap: 'anywhere' }}
            >
              {proof.text}
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button disabled={!proof} onClick={save}>
          {t('json')}
        </Button>
        <Button disabled={!proof} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {part('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
