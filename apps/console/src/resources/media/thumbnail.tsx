import Movie from '@mui/icons-material/MovieOutlined';
import { Box } from '@mui/material';
import { useFileAddress } from './use-file-address.ts';

interface ThumbnailProps {
  id: string;
  kind: 'image' | 'video';
  name: string;
}

/** A small picture of a file; of a film a sign, since one would have to fetch all of it. */
export function Thumbnail({ id, kind, name }: ThumbnailProps) {
  return (
    <Box sx={{ width: 96, height: 54, bgcolor: 'action.hover', display: 'grid', placeItems: 'center', flex: 'none' }}>
      {kind === 'image' ? <Picture id={id} name={name} /> : <Movie titleAccess={name} />}
    </Box>
  );
}

function Picture({ id, name }: { id: string; name: string }) {
  const address = useFileAddress(id);
  return address === undefined ? null : (
    <Box component="img" src={address} alt={name} sx={{ width: 96, height: 54, objectFit: 'contain' }} />
  );
}
