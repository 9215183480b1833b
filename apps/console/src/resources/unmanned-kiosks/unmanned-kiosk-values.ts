import type { UnmannedKioskCondition, UnmannedKioskHelp, UnmannedKioskKind } from '@sunbeon/contract';
import type { Tone } from '../../parts/state-chip.tsx';

/** The contract's own lists would bring zod along; the compiler holds these against them. */
const all = {
  kind: { general: true, court: true } satisfies Record<UnmannedKioskKind, true>,
  condition: { working: true, out_of_order: true, no_paper: true, maintenance: true } satisfies Record<
    UnmannedKioskCondition,
    true
  >,
  help: { wheelchair: true, voice: true, braille: true, large_text: true, earphone: true } satisfies Record<
    UnmannedKioskHelp,
    true
  >,
};
export const kinds = Object.keys(all.kind) as UnmannedKioskKind[];
export const conditions = Object.keys(all.condition) as UnmannedKioskCondition[];
export const helps = Object.keys(all.help) as UnmannedKioskHelp[];

export const tones: Readonly<Record<UnmannedKioskCondition, Tone>> = {
  working: 'good',
  out_of_order: 'bad',
  no_paper: 'warning',
  maintenance: 'note',
};
