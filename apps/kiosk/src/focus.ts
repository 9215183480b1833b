export const directions = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof directions)[number];
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Which of the boxes an arrow key leads to: the nearest that lies wholly further in that direction; what is out of line
 * counts thrice. -1 = none.
 */
export function nextBox(boxes: readonly Box[], from: Box, direction: Direction): number {
  const vertical = direction === 'up' || direction === 'down';
  const forward = direction === 'down' || direction === 'right';
  let best = { index: -1, cost: Infinity };
  boxes.forEach((box, index) => {
    const ahead = vertical
      ? gapAhead(from.top, from.bottom, box.top, box.bottom, forward)
      : gapAhead(from.left, from.right, box.left, box.right, forward);
    const aside = vertical
      ? gapAside(from.left, from.right, box.left, box.right)
      : gapAside(from.top, from.bottom, box.top, box.bottom);
    const cost = ahead + 3 * aside;
    if (ahead >= 0 && cost < best.cost) best = { index, cost };
  });
  return best.index;
}

/** Distance to what lies further on; negative when it does not. One pixel of overlap is forgiven. */
function gapAhead(start: number, end: number, otherStart: number, otherEnd: number, forward: boolean): number {
  const gap = forward ? otherStart - end : start - otherEnd;
  return gap >= -1 ? Math.max(0, gap) : -1;
}

function gapAside(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.max(0, otherStart - end, start - otherEnd);
}
