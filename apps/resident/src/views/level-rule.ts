import type { Language, Level } from '@sunbeon/contract';
import { translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { levelMark } from '../level-mark.ts';
import { residentTexts } from '../texts.ts';

/** The tenant's rule of congestion levels; the first three are shares of the limit. */
export interface LevelRuleText {
  readonly normalFrom: number;
  readonly busyFrom: number;
  readonly crowdedFrom: number;
  readonly holdMinutes: number;
  readonly limitMinutes: number;
}

interface Limit {
  readonly name: string;
  readonly limitMinutes: number;
}

/** The rule as it stands on the page: minutes per level for the usual limit, and the services that have another. */
export function levelRule(rule: LevelRuleText, limits: readonly Limit[], language: Language): Html {
  const t = translator(residentTexts, language);
  const usual = usualLimit(limits) ?? rule.limitMinutes;
  const minutes = (share: number) => round(usual * share);
  const [normal, busy, crowded] = [minutes(rule.normalFrom), minutes(rule.busyFrom), minutes(rule.crowdedFrom)];
  const rows: readonly (readonly [Level, string])[] = [
    ['quiet', t('minutes_below', { to: normal })],
    ['normal', t('minutes_between', { from: normal, to: busy })],
    ['busy', t('minutes_between', { from: busy, to: crowded })],
    ['crowded', t('minutes_from', { from: crowded })],
  ];
  return html`<details class="rule">
    <summary>${t('level_rule')}</summary>
    <p>${t('level_rule_text', { hold: rule.holdMinutes })}</p>
    <ul>
      ${rows.map(([level, text]) => html`<li>${levelMark(level, language)} ${text}</li>`)}
    </ul>
    ${otherLimits(limits, usual, language)}
  </details>`;
}

function otherLimits(limits: readonly Limit[], usual: number, language: Language): Html | null {
  const t = translator(residentTexts, language);
  const others = limits.filter(({ limitMinutes }) => limitMinutes !== usual);
  if (others.length === 0) return null;
  const services = others.map(({ name, limitMinutes }) => t('limit_of', { service: name, limit: limitMinutes }));
  return html`<p>${t('other_limits', { services: services.join(t('between_names')) })}</p>`;
}

/** The limit that most services have. */
function usualLimit(limits: readonly Limit[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { limitMinutes } of limits) counts.set(limitMinutes, (counts.get(limitMinutes) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

const round = (minutes: number) => Math.round(minutes * 10) / 10;
