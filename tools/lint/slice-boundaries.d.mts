import type { Rule } from 'eslint';

export function complaint(file: string, source: string): 'face' | 'platform' | undefined;
declare const rule: Rule.RuleModule;
export default rule;
