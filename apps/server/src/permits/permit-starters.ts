import type { PermitGroup } from '@sunbeon/contract';

/**
 * Rows of the table that an institution without permits is given to fill in: the fields of the three groups as the model's
 * desk names them. The kinds themselves (57, 39 and 15 there) and their days are the institution's own; none is made up here.
 */
export const permitStarters: readonly { code: string; group: PermitGroup; field: string }[] = [
  { code: 'HYGIENE-01', group: 'hygiene', field: '식품위생' },
  { code: 'HYGIENE-02', group: 'hygiene', field: '집단급식소' },
  { code: 'HYGIENE-03', group: 'hygiene', field: '공중위생' },
  { code: 'HYGIENE-04', group: 'hygiene', field: '이·미용업' },
  { code: 'CULTURE-01', group: 'culture', field: '관광' },
  { code: 'CULTURE-02', group: 'culture', field: '체육시설' },
  { code: 'CULTURE-03', group: 'culture', field: '출판·인쇄' },
  { code: 'INDUSTRY-01', group: 'industry', field: '지식산업센터' },
  { code: 'INDUSTRY-02', group: 'industry', field: '공장등록' },
  { code: 'INDUSTRY-03', group: 'industry', field: '담배소매' },
];
