import { describe, expect, it } from '@jest/globals';
import { areaName, provinces } from './area-names.ts';
import { AreaCode, AreaPrefix } from './areas.ts';

describe('areas', () => {
  it('are 17 provinces and cities, with three more digits for each district, none twice', () => {
    expect(provinces).toHaveLength(17);
    for (const { code, districts } of provinces) {
      expect(AreaPrefix.safeParse(code).success).toBe(true);
      for (const district of Object.keys(districts)) {
        expect(district).toMatch(new RegExp(`^${code}\\d{3}$`));
        expect(AreaCode.safeParse(`${district}00000`).success).toBe(true);
      }
      const names = Object.values(districts);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(provinces.find(({ code }) => code === '11')?.districts).toMatchObject({ 11110: '종로구', 11740: '강동구' });
    expect(Object.keys(provinces[0]?.districts ?? {})).toHaveLength(25);
  });

  it.each([
    ['1120000000', '서울특별시 성동구'],
    ['1100000000', '서울특별시'],
    ['3611000000', '세종특별자치시'],
    ['4111300000', '경기도 수원시 권선구'],
    ['1199900000', undefined],
    ['9920000000', undefined],
  ])('%s is %s', (code, name) => {
    expect(areaName(code)).toBe(name);
  });

  it.each(['112000000', '11200000000', '1120010100', '1100000000', '9911000000', '1120000001', 'abc'])(
    '%s is no code of a district',
    (code) => {
      expect(AreaCode.safeParse(code).success).toBe(false);
    },
  );
});
