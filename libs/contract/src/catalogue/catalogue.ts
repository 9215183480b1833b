import type { LocalText } from '../basics.ts';
import type { OfficeTemplate } from '../office-template.ts';
import type { CatalogueService } from './catalogue-service.ts';
import { deskServices } from './counters-of-hall.ts';
import { registerServices } from './registers.ts';
import { t } from './texts.ts';

/** Every service of the catalogue, in the order in which offices usually list them. */
export const serviceCatalogue: readonly CatalogueService[] = [...registerServices, ...deskServices];

const byCode = new Map(serviceCatalogue.map((service) => [service.code, service]));

/** @throws Error when the catalogue has no such code: whoever names one in a program knows it */
export function catalogueService(code: string): CatalogueService {
  const found = byCode.get(code);
  if (!found) throw new Error(`the catalogue has no service ${code}`);
  return found;
}

/** Without blanks, signs, brackets, and numbers in front of a list: spellings differ in these. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\s\d.)-]+/, '')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replaceAll(/[\s·ㆍ.,/+-]/g, '')
    .toLowerCase();
}

const byName: ReadonlyMap<string, string> = new Map(
  serviceCatalogue.flatMap(({ code, name, shortName, aliases }) =>
    [name.ko, ...(shortName ? [shortName.ko] : []), ...aliases].map((one): [string, string] => [plain(one), code]),
  ),
);

/** Canonical code of a service as somebody else names it in Korean, or undefined. */
export function codeOfName(name: string): string | undefined {
  return byName.get(plain(name));
}

/** Groups of services, as kiosks show them. */
export const serviceGroups: OfficeTemplate['groups'] = [
  {
    code: 'certificates',
    name: t('제증명', 'Certificates', '各类证明', '各種証明', 'Giấy chứng nhận'),
    icon: 'certificate',
  },
  {
    code: 'family',
    name: t('가족관계·전입', 'Family and move-in', '家族·迁入', '家族・転入', 'Gia đình, chuyển đến'),
    icon: 'family',
  },
  { code: 'passport', name: t('여권', 'Passports', '护照', '旅券', 'Hộ chiếu'), icon: 'passport' },
  { code: 'permits', name: t('허가민원', 'Permits', '许可民愿', '許可民願', 'Cấp phép'), icon: 'permit' },
  {
    code: 'others',
    name: t('그 밖의 업무', 'Other services', '其他业务', 'その他の業務', 'Dịch vụ khác'),
    icon: 'document',
  },
  {
    code: 'tax_land',
    name: t('세무·자동차·토지', 'Tax, vehicles, land', '税务·机动车·土地', '税務・自動車・土地', 'Thuế, xe, đất đai'),
    icon: 'document',
  },
  { code: 'welfare', name: t('복지', 'Welfare', '福利', '福祉', 'Phúc lợi'), icon: 'family' },
];

/** Name of a group. @throws Error when there is none */
export function groupName(code: string): LocalText {
  const found = serviceGroups.find((group) => group.code === code);
  if (!found) throw new Error(`the catalogue has no group ${code}`);
  return found.name;
}
