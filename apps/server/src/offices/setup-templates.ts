import type { LocalText, OfficeHours, SetupService, SetupTemplate, SetupTemplateCode } from '@sunbeon/contract';
import { catalogueService, groupName } from '@sunbeon/contract/catalogue';
import { t } from '@sunbeon/contract/catalogue/texts';

/** A typical office (민원실): which services of the catalogue it has, and which it is offered besides. */
interface Template {
  readonly name: LocalText;
  readonly description: LocalText;
  readonly counters: number;
  /** A night office on Mondays. */
  readonly night: boolean;
  readonly chosen: readonly string[];
  readonly offered: readonly string[];
}

const templates: Readonly<Record<SetupTemplateCode, Template>> = {
  district_hall: {
    name: t(
      '구청·시청 종합민원실',
      'District or city hall',
      '区·市政府综合民愿室',
      '区庁・市庁総合民願室',
      'Văn phòng quận, thành phố',
    ),
    description: t(
      '제증명, 가족관계, 여권, 허가민원을 한곳에서 보는 큰 민원실. 월요일 야간민원실이 있습니다.',
      'A large hall for certificates, family register, passports and permits, open late on Mondays.',
      '集证明、家族关系、护照、许可于一处的大型民愿室，周一延长开放。',
      '証明・家族関係・旅券・許可をまとめて扱う大きな民願室。月曜は夜間も開きます。',
      'Sảnh lớn cho giấy tờ, hộ tịch, hộ chiếu và cấp phép; thứ Hai mở muộn.',
    ),
    counters: 10,
    night: true,
    chosen: [
      ...['CERTIFICATES', 'SEAL_CERTIFICATE', 'ANYWHERE_DOCUMENTS', 'FAMILY_REGISTER', 'MOVE_IN', 'MARRIAGE_MOVE_IN'],
      ...['NAME_CHANGE', 'RESIDENT_REGISTER', 'ID_CARD', 'PASSPORT_APPLY', 'PASSPORT_COLLECT', 'DRIVING_PERMIT'],
      ...['PERMIT_FOOD_HYGIENE', 'PERMIT_TOURISM_SPORTS', 'PERMIT_FACTORY', 'GENERAL_RECEIPT'],
    ],
    offered: ['BIRTH_DEATH', 'FOREIGN_RESIDENT', 'TAX_CERTIFICATES', 'VEHICLE_REGISTER', 'LAND_REGISTER', 'WELFARE'],
  },
  town_office: {
    name: t('동 주민센터(읍·면·동)', 'Town office', '洞居民中心', '洞住民センター', 'Trung tâm cư dân phường'),
    description: t(
      '등·초본, 전입, 인감, 복지 상담을 보는 작은 민원실.',
      'A small office for certificates, move-in reports, seals and welfare.',
      '办理证明、迁入、印章和福利咨询的小型民愿室。',
      '証明・転入・印鑑・福祉相談を扱う小さな民願室。',
      'Văn phòng nhỏ cho giấy tờ, chuyển đến, con dấu và phúc lợi.',
    ),
    counters: 4,
    night: false,
    chosen: [
      ...['CERTIFICATES', 'SEAL_CERTIFICATE', 'ANYWHERE_DOCUMENTS', 'MOVE_IN', 'ID_CARD', 'BIRTH_DEATH', 'WELFARE'],
      ...['BULKY_WASTE'],
    ],
    offered: ['FAMILY_REGISTER', 'RESIDENT_REGISTER', 'FOREIGN_RESIDENT', 'GENERAL_RECEIPT', 'FARMLAND'],
  },
  county_office: {
    name: t('군청 민원실', 'County office', '郡厅民愿室', '郡庁民願室', 'Văn phòng huyện'),
    description: t(
      '제증명, 가족관계, 여권, 자동차, 토지, 지방세를 몇 개의 창구에서 보는 민원실.',
      'A few counters for certificates, family register, passports, vehicles, land and local tax.',
      '以少量窗口办理证明、家族关系、护照、机动车、土地和地方税。',
      '少ない窓口で証明・家族関係・旅券・自動車・土地・地方税を扱う民願室。',
      'Ít quầy cho giấy tờ, hộ tịch, hộ chiếu, xe, đất đai và thuế.',
    ),
    counters: 5,
    night: false,
    chosen: [
      ...['CERTIFICATES', 'SEAL_CERTIFICATE', 'FAMILY_REGISTER', 'MOVE_IN', 'PASSPORT_APPLY', 'PASSPORT_COLLECT'],
      ...['DRIVING_PERMIT', 'VEHICLE_REGISTER', 'LAND_REGISTER', 'TAX_CERTIFICATES', 'GENERAL_RECEIPT'],
    ],
    offered: ['ANYWHERE_DOCUMENTS', 'ID_CARD', 'BIRTH_DEATH', 'FARMLAND', 'WELFARE', 'FOREIGN_RESIDENT'],
  },
};

const workdays = ['1', '2', '3', '4', '5'];

/** Every template with its services as the catalogue has them. */
export function setupTemplates(): SetupTemplate[] {
  return Object.keys(templates).map((code) => setupTemplate(code as SetupTemplateCode));
}

export function setupTemplate(code: SetupTemplateCode): SetupTemplate {
  const { name, description, counters, night, chosen, offered } = templates[code];
  const services = [...chosen.map((one) => serviceOf(one, true)), ...offered.map((one) => serviceOf(one, false))];
  return { code, name, description, counters, hours: hoursOf(night), services };
}

function serviceOf(code: string, chosen: boolean): SetupService {
  const { name, group, numbers, targetMinutes, documents, icon, steps, addOns, atKiosk } = catalogueService(code);
  return {
    code,
    name,
    group: { code: group, name: groupName(group) },
    numbers: { prefix: '', ...numbers },
    targetMinutes,
    documents: [...(documents ?? [])],
    icon: icon ?? null,
    chosen,
    needs: [...(steps ?? []), ...(addOns ?? []).map((addOn) => addOn.code)],
    atKiosk: atKiosk ?? true,
  };
}

function hoursOf(night: boolean): OfficeHours {
  return {
    week: Object.fromEntries(workdays.map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
    night: night ? { '1': [{ from: '18:00', to: '20:00' }] } : {},
    lunchTurns: [],
    issueBeforeMinutes: 20,
    issueStopMinutes: 0,
    holidays: 'KR',
    exceptions: [],
  };
}
