import type { DeviceLayout, Region, RegionKind } from '@sunbeon/contract';
import type { CSSProperties, ReactNode } from 'react';
import { useMedia } from '../hall/use-turning.ts';
import { gridCells, type Measure } from './region-size.ts';

/** The layout for the way in which this screen stands; undefined = the built-in one. */
export function useLayout(layouts: readonly DeviceLayout[] | undefined): DeviceLayout | undefined {
  const orientation = useMedia('(orientation: portrait)') ? 'portrait' : 'landscape';
  return layouts?.find((one) => one.orientation === orientation);
}

interface PartProps {
  kind: RegionKind | 'stage';
  place: Pick<Region, 'x' | 'y' | 'w' | 'h'>;
  /** Letters follow the size of the part; without it its content does that itself. */
  measure?: Measure;
  children: ReactNode;
}

/** A part of a screen on its grid. */
export function Part({ kind, place: { x, y, w, h }, measure, children }: PartProps) {
  const style: Record<string, string | number> = {
    gridArea: `${y + 1} / ${x + 1} / ${y + h + 1} / ${x + w + 1}`,
    ...(measure && { '--w': measure.width, '--h': measure.height }),
  };
  return (
    <div className={`part part--${kind}`} style={style as CSSProperties} data-testid={`part-${kind}`}>
      <div className={measure ? 'part__sized' : 'part__whole'}>{children}</div>
    </div>
  );
}

/** Columns and rows of a whole screen. */
export const gridStyle = { '--cells': gridCells } as CSSProperties;
