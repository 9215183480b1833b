import type { Client } from '@sunbeon/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useConsoleData } from '../../data/data-provider.ts';

/** An address of a file for this page: files need the person's token, which an <img> does not send. */
export function useFileAddress(id: string): string | undefined {
  const data = useConsoleData();
  const { data: blob } = useQuery({
    queryKey: ['media-file', id],
    queryFn: async ({ signal }) => {
      const download = data.download as Client['download'];
      return (await download('mediaFile', { params: { id }, signal, timeoutMs: 120_000 })).blob;
    },
    // The bytes of a file never change.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
