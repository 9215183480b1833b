import type { CallReport } from '@sunbeon/ui';

/** What was said, newest last: a documented diagnostic for installers and tests (docs/display.md). */
const kept = 100;

declare global {
  interface Window {
    sunbeonCalls?: CallReport[];
  }
}

export function reportCall(report: CallReport): void {
  window.sunbeonCalls = [...(window.sunbeonCalls ?? []), report].slice(-kept);
}
