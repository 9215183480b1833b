import { describe, expect, it } from '@jest/globals';
import { SetupOffice, SetupTemplate } from '@sunbeon/contract';
import { choose, draftOf, neededBy, servicesWrong, setupRequest, wrongSteps, type OfficeDraft } from './draft.ts';

const service = (code: string, from: number, more: object = {}) => ({
  code,
  name: { ko: code },
  group: { code: 'G', name: { ko: '묶음' } },
  numbers: { prefix: '', from, to: from + 98 },
  targetMinutes: 5,
  documents: [],
  icon: null,
  chosen: true,
  needs: [],
  atKiosk: true,
  ...more,
});
const template = SetupTemplate.parse({
  code: 'district_hall',
  name: { ko: '구청 종합민원실' },
  description: { ko: '…' },
  counters: 8,
  hours: { week: { '1': [{ from: '09:00', to: '18:00' }] } },
  services: [
    service('CERT', 101),
    service('MOVE', 201),
    service('MARRY', 301, { chosen: false }),
    service('BOTH', 401, { chosen: false, needs: ['MARRY', 'MOVE'] }),
  ],
});
const draft = draftOf(template, { name: '성동구 종합민원실', address: '' }, false);
const today = { on: '2026-11-24', reason: '시험' };
const chosenOf = ({ services }: OfficeDraft) => services.filter((one) => one.chosen).map(({ code }) => code);
const change = (code: string, to: object): OfficeDraft => ({
  ...draft,
  services: draft.services.map((one) => (one.code === code ? { ...one, ...to } : one)),
});

describe('the draft of an office', () => {
  it('of a template is a request that the contract takes', () => {
    expect(wrongSteps(draft)).toEqual([]);
    const request = SetupOffice.parse(setupRequest(draft, today));
    expect(request).toMatchObject({ template: 'district_hall', name: '성동구 종합민원실', counters: 8 });
    expect(request.services).toEqual([
      { code: 'CERT', name: 'CERT', numbers: { prefix: '', from: 101, to: 199 }, targetMinutes: 5 },
      { code: 'MOVE', name: 'MOVE', numbers: { prefix: '', from: 201, to: 299 }, targetMinutes: 5 },
    ]);
  });

  it('takes along what a service needs, and keeps it as long as it is needed', () => {
    const both = choose(draft, template, 'BOTH', true);
    expect(chosenOf(both)).toEqual(['CERT', 'MOVE', 'MARRY', 'BOTH']);
    expect(neededBy(both, template, 'MARRY')).toEqual(['BOTH']);
    expect(chosenOf(choose(both, template, 'MOVE', false))).toContain('MOVE');
    const without = choose(both, template, 'BOTH', false);
    expect(chosenOf(choose(without, template, 'MARRY', false))).toEqual(['CERT', 'MOVE']);
  });

  it.each([
    ['nothing', draft, {}],
    ['an empty name', change('CERT', { name: '  ' }), { CERT: 'name' }],
    ['a range backwards', change('CERT', { from: '199', to: '101' }), { CERT: 'range' }],
    ['a range that is none', change('CERT', { to: '1e3' }), { CERT: 'range' }],
    ['two ranges with a number in common', change('CERT', { to: '201' }), { CERT: 'overlap', MOVE: 'overlap' }],
    ['the same range for two, which then share a series', change('CERT', { from: '201', to: '299' }), {}],
    ['the same numbers under another letter', change('CERT', { prefix: 'A', from: '201', to: '299' }), {}],
    ['numbers kept for the overflow', change('CERT', { from: '850', to: '900' }), { CERT: 'overflow' }],
    ['no target', change('CERT', { targetMinutes: '' }), { CERT: 'target' }],
    ['a target beyond a working day', change('CERT', { targetMinutes: '241' }), { CERT: 'target' }],
    ['what is not chosen is not looked at', change('MARRY', { name: '', from: '101' }), {}],
  ])('says what is wrong: %s', (_what, now, wrong) => expect(servicesWrong(now.services)).toEqual(wrong));

  it.each<[string, Partial<OfficeDraft>, string[]]>([
    ['no name', { name: ' ' }, ['office']],
    ['no service', { services: draft.services.map((one) => ({ ...one, chosen: false })) }, ['services']],
    ['no counter', { counters: '0' }, ['counters']],
    ['half a counter', { counters: '2.5' }, ['counters']],
    ['too many', { counters: '61' }, ['counters']],
    ['as many as may be', { counters: '60' }, []],
  ])('names the step to go back to: %s', (_what, to, steps) => expect(wrongSteps({ ...draft, ...to })).toEqual(steps));
});
