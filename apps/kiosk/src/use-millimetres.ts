import { useEffect } from 'react';
import { pixelsPerMillimetre } from './sizes.ts';

/** Sizes follow the glass: --mm is one millimetre of it. */
export function useMillimetres(diagonalInches: number | undefined): void {
  useEffect(() => {
    const measure = () => {
      const mm = pixelsPerMillimetre(innerWidth, innerHeight, diagonalInches);
      document.documentElement.style.setProperty('--mm', `${mm.toFixed(3)}px`);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [diagonalInches]);
}
