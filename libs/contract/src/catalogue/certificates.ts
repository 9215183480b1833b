import type { LocalText } from '../basics.ts';
import type { CertificateField } from '../unmanned-kiosks.ts';
import { t } from './texts.ts';

/** Fields of certificates as unmanned kiosks (무인민원발급기) name them on their first screen. */
export const certificateNames: Readonly<Record<CertificateField, LocalText>> = {
  resident_register: t('주민등록', 'Resident register', '居民登记', '住民登録', 'Đăng ký cư trú'),
  family_register: t('가족관계등록', 'Family register', '家族关系登记', '家族関係登録', 'Quan hệ gia đình'),
  real_estate_register: t('부동산등기', 'Real estate register', '不动产登记', '不動産登記', 'Đăng ký bất động sản'),
  corporate_register: t('법인등기', 'Corporate register', '法人登记', '法人登記', 'Đăng ký pháp nhân'),
  building_register: t('건축물대장', 'Building register', '建筑物台账', '建築物台帳', 'Sổ công trình'),
  land_register: t('토지·지적', 'Land register', '土地·地籍', '土地・地籍', 'Đất đai, địa chính'),
  vehicle_register: t('자동차', 'Vehicle register', '机动车', '自動車', 'Xe cộ'),
  local_tax: t('지방세', 'Local tax', '地方税', '地方税', 'Thuế địa phương'),
  national_tax: t('국세', 'National tax', '国税', '国税', 'Thuế quốc gia'),
  welfare: t('보건복지', 'Health and welfare', '保健福利', '保健福祉', 'Y tế, phúc lợi'),
  insurance: t(
    '건강보험·국민연금',
    'Health insurance, pension',
    '健康保险·国民年金',
    '健康保険・年金',
    'Bảo hiểm y tế, lương hưu',
  ),
  education: t('교육 제증명', 'School certificates', '教育证明', '教育関係証明', 'Giấy tờ giáo dục'),
  military: t('병적증명', 'Military record', '兵籍证明', '兵籍証明', 'Hồ sơ quân sự'),
  farmland: t('농지대장', 'Farmland register', '农地台账', '農地台帳', 'Sổ đất nông nghiệp'),
};
