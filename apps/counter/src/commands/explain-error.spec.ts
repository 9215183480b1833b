import { describe, expect, it } from '@jest/globals';
import { OfflineError, ProblemError } from '@sunbeon/client';
import { problemCodes, problems } from '@sunbeon/contract';
import { problemTexts } from '@sunbeon/ui';
import { explainError } from './explain-error.ts';

const problem = (code: string, status: number, detail?: string) =>
  new ProblemError({
    type: '',
    title: '',
    status,
    code: code as 'internal',
    traceId: 'trace-1',
    ...(detail && { detail }),
  });

describe('explainError', () => {
  it('has a Korean and an English sentence for every code of the table', () => {
    for (const code of problemCodes) {
      expect([code, problemTexts[code].ko]).toEqual([code, expect.stringMatching(/[가-힣].*[다오]\.$/)]);
      expect([code, problemTexts[code].en]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  });

  it('says of every refusal that nothing changed, and of every fault that it is not known', () => {
    for (const code of problemCodes) {
      const [status] = problems[code];
      const { unclear, traceId } = explainError(problem(code, status), 'ko');
      expect([code, unclear, traceId]).toEqual([code, status >= 500, status >= 500 ? 'trace-1' : null]);
    }
  });

  it('does not know what became of a command without an answer', () => {
    expect(explainError(new OfflineError('timeout'), 'ko')).toMatchObject({ unclear: true, traceId: null });
  });

  it('adds the office’s own words to a stop, and has words for a code of a newer server', () => {
    expect(explainError(problem('issuing_stopped', 409, '전산 점검'), 'ko').why).toContain('전산 점검');
    expect(explainError(problem('code_of_tomorrow', 409), 'ko').why).toMatch(/[가-힣]/);
  });
});
