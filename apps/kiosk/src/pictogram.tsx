import type { ReactNode } from 'react';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Drawn on 48 x 48, one line width, so that they stay clear in greyscale and high contrast. */
const drawings = {
  document: <path d="M12 5h16l8 8v30H12zM28 5v8h8M18 22h12M18 29h12M18 36h8" />,
  family: (
    <path d="M16 19a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zm16 0a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM24 31a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM6 40V30c0-4 3-6.5 7-6.5h3M42 40V30c0-4-3-6.5-7-6.5h-3M17 42v-3c0-3 2.5-4.5 5-4.5h4c2.5 0 5 1.5 5 4.5v3" />
  ),
  anywhere: (
    <path d="M24 43a19 19 0 1 0 0-38 19 19 0 0 0 0 38zM5 24h38M24 5c6 5 8 12 8 19s-2 14-8 19c-6-5-8-12-8-19s2-14 8-19z" />
  ),
  passport: (
    <path d="M11 5h26v38H11zM24 27a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM17 20h14M24 13c2 2 3 4.5 3 7s-1 5-3 7c-2-2-3-4.5-3-7s1-5 3-7zM18 35h12" />
  ),
  pickup: <path d="M9 5h22v22M9 5v38h14M20 24a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15 32h7M27 37l6 6 10-12" />,
  permit: (
    <path d="M6 20h36v22H6zM10 20l3-12h22l3 12M6 20c0 3 2.5 5 6 5s6-2 6-5c0 3 2.5 5 6 5s6-2 6-5c0 3 2.5 5 6 5s6-2 6-5M19 42V32h10v10" />
  ),
  marriage: (
    <path d="M17 41a12 12 0 1 0 0-24 12 12 0 0 0 0 24zM31 41a12 12 0 1 0 0-24 12 12 0 0 0 0 24zM14 9l3-4h6l3 4-6 7z" />
  ),
  move: <path d="M5 24 24 8l19 16M10 20v22h28V20M19 42V29h10v13" />,
  name: (
    <path d="M6 10h36v28H6zM17 24a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM10.5 33c0-4 3-6 6.5-6s6.5 2 6.5 6M29 19h8M29 25h8M29 31h5" />
  ),
  car: <path d="M6 34V25l5-11h26l5 11v9zM6 25h36M10 34v5M38 34v5M13 30h3M32 30h3" />,
  tax: <path d="M24 43a19 19 0 1 0 0-38 19 19 0 0 0 0 38zM14 17l5 14 5-14 5 14 5-14M13 23h22" />,
  seal: <path d="M18 6h12v8l-3 9h-6l-3-9zM11 31c0-5 4-8 8-8h10c4 0 8 3 8 8zM9 31h30v6H9zM13 42h22" />,
  person: <path d="M24 22a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM8 42v-3c0-6 5-10 11-10h10c6 0 11 4 11 10v3" />,
  welfare: (
    <path d="M24 25c-9-5-13-9-13-13a6.5 6.5 0 0 1 13-1.5A6.5 6.5 0 0 1 37 12c0 4-4 8-13 13zM5 35h8l6-4h8c3 0 3 5 0 5h-6M27 36l10-5c4-2 6 2 3 4l-13 8H5" />
  ),
  many: <path d="M7 7h14v14H7zM27 7h14v14H27zM7 27h14v14H7zM27 27h14v14H27z" />,
  info: <path d="M24 43a19 19 0 1 0 0-38 19 19 0 0 0 0 38zM24 22v12M24 14v1" />,
  search: <path d="M20 34a14 14 0 1 0 0-28 14 14 0 0 0 0 28zM30 30l12 12" />,
  heart: <path d="M24 41C12 33 6 26 6 18a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 8-6 15-18 23z" />,
  back: <path d="M30 8 14 24l16 16" />,
  home: <path d="M5 24 24 8l19 16M10 20v22h28V20" />,
  check: <path d="M9 25l10 10 20-22" />,
  next: <path d="M18 8l16 16-16 16" />,
  down: <path d="M8 18l16 16 16-16" />,
  up: <path d="M8 30l16-16 16 16" />,
  erase: <path d="M15 10h27v28H15L5 24zM23 19l10 10M33 19 23 29" />,
} as const satisfies Record<string, ReactNode>;
export type PictogramName = keyof typeof drawings;

/** Words that an office may use for the same picture. */
const aliases: Readonly<Record<string, PictogramName>> = {
  certificate: 'document',
  certificates: 'document',
  paper: 'document',
  register: 'family',
  globe: 'anywhere',
  'passport-apply': 'passport',
  'passport-pickup': 'pickup',
  'passport-collect': 'pickup',
  collection: 'pickup',
  collect: 'pickup',
  onestop: 'marriage',
  idcard: 'name',
  shop: 'permit',
  building: 'permit',
  store: 'permit',
  business: 'permit',
  rings: 'marriage',
  house: 'move',
  'move-in': 'move',
  id: 'name',
  'id-card': 'name',
  license: 'car',
  licence: 'car',
  vehicle: 'car',
  money: 'tax',
  stamp: 'seal',
  resident: 'person',
  care: 'welfare',
  bundle: 'many',
  grid: 'many',
  other: 'many',
};

/** The picture of an icon name; unknown names get the plain document. */
export function pictogramOf(icon: string | null): PictogramName {
  if (icon === null) return 'document';
  return Object.hasOwn(drawings, icon) ? (icon as PictogramName) : (aliases[icon] ?? 'document');
}

export function Pictogram({ name }: { name: PictogramName }) {
  return (
    <svg className="pictogram" viewBox="0 0 48 48" aria-hidden="true" {...stroke}>
      {drawings[name]}
    </svg>
  );
}
