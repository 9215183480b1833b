import type { LocalText } from '../basics.ts';

/** A text in the five languages. zh, ja and vi have had no native reader (docs/limits.md). */
export const t = (ko: string, en: string, zh: string, ja: string, vi: string): LocalText => ({ ko, en, zh, ja, vi });

export const idCard = t('신분증', 'Photo ID', '身份证件', '身分証明書', 'Giấy tờ tùy thân');
export const photo = t('여권용 사진 1매', 'One passport photo', '护照照片1张', 'パスポート用写真1枚', '1 ảnh hộ chiếu');
export const seal = t('도장 또는 서명', 'Seal or signature', '印章或签名', '印鑑または署名', 'Con dấu hoặc chữ ký');
export const lease = t('임대차계약서', 'Lease contract', '租赁合同', '賃貸借契約書', 'Hợp đồng thuê nhà');
