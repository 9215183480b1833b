import { describe, expect, it } from '@jest/globals';
import { languages } from '../basics.ts';
import { ServiceTemplate } from '../office-template.ts';
import { codesWithWords, visitorWords } from './visitor-words.ts';
import { catalogueService, codeOfName, serviceCatalogue, serviceGroups } from './catalogue.ts';

describe('the service catalogue', () => {
  it.each(serviceCatalogue.map((service) => [service.code, service] as const))('%s is whole', (_, service) => {
    const { aliases, ...template } = service;
    expect(ServiceTemplate.safeParse(template).error).toBeUndefined();
    for (const language of languages) expect(service.name[language]).toBeTruthy();
    for (const document of service.documents ?? [])
      for (const language of languages) expect(document[language]).toBeTruthy();
    expect(aliases.length).toBeGreaterThan(0);
    expect(serviceGroups.map(({ code }) => code)).toContain(service.group);
    for (const code of [...(service.steps ?? []), ...(service.addOns ?? []).map((addOn) => addOn.code)])
      expect(catalogueService(code).code).toBe(code);
  });

  it('has each code once, and no name that means two services', () => {
    const codes = serviceCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, name, shortName, aliases } of serviceCatalogue)
      for (const one of [name.ko, shortName?.ko, ...aliases])
        if (one) expect([one, codeOfName(one)]).toEqual([one, code]);
  });

  it.each([
    ['1. 여권 접수', 'PASSPORT_APPLY'],
    ['여권교부(5번창구)', 'PASSPORT_COLLECT'],
    ['여권\n수령', 'PASSPORT_COLLECT'],
    ['등 · 초본 제증명', undefined],
    ['등 · 초본', 'CERTIFICATES'],
    ['제증명 [1~3]', 'CERTIFICATES'],
    ['가족관계', 'FAMILY_REGISTER'],
    ['상상 속의 업무', undefined],
    ['', undefined],
  ])('%j in the wild is %s', (name, code) => {
    expect(codeOfName(name)).toBe(code);
  });

  it('knows no code that is not there', () => {
    expect(() => catalogueService('NOTHING')).toThrow('the catalogue has no service NOTHING');
  });

  it('has words of visitors for each of its services, and for no other', () => {
    for (const code of codesWithWords) expect(catalogueService(code).code).toBe(code);
    for (const { code, aliases } of serviceCatalogue)
      expect(visitorWords(code).ko).toEqual(expect.arrayContaining([...aliases]));
    expect(visitorWords('CERTIFICATES').ko).toContain('인감증명서');
    expect(visitorWords('OF_THE_OFFICE')).toEqual({});
  });
});
