import { z } from 'zod';

/** A province or city (시·도) with its districts (시·군·구): the first two and five digits of the code of an area. */
export interface Province {
  readonly code: string;
  readonly name: string;
  /** Five digits -> name. Cities with wards (수원시 장안구) stand with and without them. */
  readonly districts: Readonly<Record<string, string>>;
}

/** `110 종로구, 140 중구` under 11 -> 11110, 11140. */
function province(code: string, name: string, list: string): Province {
  const entries = list.split(',').map((one) => one.trim().split(/ (.*)/s));
  return {
    code,
    name,
    districts: Object.fromEntries(entries.map(([end = '', district = '']) => [code + end, district])),
  };
}

/**
 * Codes of legal areas (법정동코드) of provinces and districts, as of early 2026. Districts that came since are not
 * here: a code whose province is known is taken without its name.
 */
export const provinces: readonly Province[] = [
  province(
    '11',
    '서울특별시',
    `110 종로구, 140 중구, 170 용산구, 200 성동구, 215 광진구, 230 동대문구, 260 중랑구, 290 성북구, 305 강북구, 320 도봉구,
     350 노원구, 380 은평구, 410 서대문구, 440 마포구, 470 양천구, 500 강서구, 530 구로구, 545 금천구, 560 영등포구, 590 동작구,
     620 관악구, 650 서초구, 680 강남구, 710 송파구, 740 강동구`,
  ),
  province(
    '26',
    '부산광역시',
    `110 중구, 140 서구, 170 동구, 200 영도구, 230 부산진구, 260 동래구, 290 남구, 320 북구, 350 해운대구, 380 사하구, 410 금정구,
     440 강서구, 470 연제구, 500 수영구, 530 사상구, 710 기장군`,
  ),
  province(
    '27',
    '대구광역시',
    '110 중구, 140 동구, 170 서구, 200 남구, 230 북구, 260 수성구, 290 달서구, 710 달성군, 720 군위군',
  ),
  province(
    '28',
    '인천광역시',
    `110 중구, 140 동구, 177 미추홀구, 185 연수구, 200 남동구, 237 부평구, 245 계양구, 260 서구, 710 강화군, 720 옹진군`,
  ),
  province('29', '광주광역시', '110 동구, 140 서구, 155 남구, 170 북구, 200 광산구'),
  province('30', '대전광역시', '110 동구, 140 중구, 170 서구, 200 유성구, 230 대덕구'),
  province('31', '울산광역시', '110 중구, 140 남구, 170 동구, 200 북구, 710 울주군'),
  province('36', '세종특별자치시', '110 세종특별자치시'),
  province(
    '41',
    '경기도',
    `110 수원시, 111 수원시 장안구, 113 수원시 권선구, 115 수원시 팔달구, 117 수원시 영통구, 130 성남시, 131 성남시 수정구,
     133 성남시 중원구, 135 성남시 분당구, 150 의정부시, 170 안양시, 171 안양시 만안구, 173 안양시 동안구, 190 부천시,
     192 부천시 원미구, 194 부천시 소사구, 196 부천시 오정구, 210 광명시, 220 평택시, 250 동두천시, 270 안산시, 271 안산시 상록구,
     273 안산시 단원구, 280 고양시, 281 고양시 덕양구, 285 고양시 일산동구, 287 고양시 일산서구, 290 과천시, 310 구리시, 360 남양주시,
     370 오산시, 390 시흥시, 410 군포시, 430 의왕시, 450 하남시, 460 용인시, 461 용인시 처인구, 463 용인시 기흥구, 465 용인시 수지구,
     480 파주시, 500 이천시, 550 안성시, 570 김포시, 590 화성시, 610 광주시, 630 양주시, 650 포천시, 670 여주시, 800 연천군,
     820 가평군, 830 양평군`,
  ),
  province(
    '43',
    '충청북도',
    `110 청주시, 111 청주시 상당구, 112 청주시 서원구, 113 청주시 흥덕구, 114 청주시 청원구, 130 충주시, 150 제천시, 720 보은군,
     730 옥천군, 740 영동군, 745 증평군, 750 진천군, 760 괴산군, 770 음성군, 800 단양군`,
  ),
  province(
    '44',
    '충청남도',
    `130 천안시, 131 천안시 동남구, 133 천안시 서북구, 150 공주시, 180 보령시, 200 아산시, 210 서산시, 230 논산시, 250 계룡시,
     270 당진시, 710 금산군, 760 부여군, 770 서천군, 790 청양군, 800 홍성군, 810 예산군, 825 태안군`,
  ),
  province(
    '46',
    '전라남도',
    `110 목포시, 130 여수시, 150 순천시, 170 나주시, 230 광양시, 710 담양군, 720 곡성군, 730 구례군, 770 고흥군, 780 보성군, 790 화순군,
     800 장흥군, 810 강진군, 820 해남군, 830 영암군, 840 무안군, 860 함평군, 870 영광군, 880 장성군, 890 완도군, 900 진도군, 910 신안군`,
  ),
  province(
    '47',
    '경상북도',
    `110 포항시, 111 포항시 남구, 113 포항시 북구, 130 경주시, 150 김천시, 170 안동시, 190 구미시, 210 영주시, 230 영천시, 250 상주시,
     280 문경시, 290 경산시, 730 의성군, 750 청송군, 760 영양군, 770 영덕군, 820 청도군, 830 고령군, 840 성주군, 850 칠곡군, 900 예천군,
     920 봉화군, 930 울진군, 940 울릉군`,
  ),
  province(
    '48',
    '경상남도',
    `120 창원시, 121 창원시 의창구, 123 창원시 성산구, 125 창원시 마산합포구, 127 창원시 마산회원구, 129 창원시 진해구, 170 진주시,
     220 통영시, 240 사천시, 250 김해시, 270 밀양시, 310 거제시, 330 양산시, 720 의령군, 730 함안군, 740 창녕군, 820 고성군, 840 남해군,
     850 하동군, 860 산청군, 870 함양군, 880 거창군, 890 합천군`,
  ),
  province('50', '제주특별자치도', '110 제주시, 130 서귀포시'),
  province(
    '51',
    '강원특별자치도',
    `110 춘천시, 130 원주시, 150 강릉시, 170 동해시, 190 태백시, 210 속초시, 230 삼척시, 720 홍천군, 730 횡성군, 750 영월군, 760 평창군,
     770 정선군, 780 철원군, 790 화천군, 800 양구군, 810 인제군, 820 고성군, 830 양양군`,
  ),
  province(
    '52',
    '전북특별자치도',
    `110 전주시, 111 전주시 완산구, 113 전주시 덕진구, 130 군산시, 140 익산시, 180 정읍시, 190 남원시, 210 김제시, 710 완주군, 720 진안군,
     730 무주군, 740 장수군, 750 임실군, 770 순창군, 790 고창군, 800 부안군`,
  ),
];

const provinceByCode: ReadonlyMap<string, Province> = new Map(provinces.map((one) => [one.code, one]));

/** 1120000000 -> 서울특별시 성동구; 1100000000 -> 서울특별시; undefined where the catalogue has no name for it. */
export function areaName(areaCode: string): string | undefined {
  const found = provinceByCode.get(areaCode.slice(0, 2));
  if (!found) return undefined;
  const district = areaCode.slice(0, 5);
  if (district.endsWith('000')) return found.name;
  const name = found.districts[district];
  if (name === undefined) return undefined;
  return name === found.name ? name : `${found.name} ${name}`;
}

/** Code of a district: ten digits, the province is known, and nothing below a district is named. */
export const AreaCode = z
  .string()
  .regex(/^\d{10}$/, 'area code: 10 digits')
  .refine((code) => provinceByCode.has(code.slice(0, 2)), 'area code: no such province or city')
  .refine((code) => code.slice(2, 5) !== '000' && code.endsWith('00000'), 'area code: that of a district');

/** Digits with which the codes of all districts of a region begin: 11, or 41 … */
export const AreaPrefix = z
  .string()
  .regex(/^\d{2}$/, 'prefix: 2 digits')
  .refine((code) => provinceByCode.has(code), 'prefix: no such province or city');
