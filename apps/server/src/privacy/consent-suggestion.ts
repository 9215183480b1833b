import type { ConsentText } from '@sunbeon/contract';

/**
 * A consent text to begin with. It names what the Personal Information Protection Act (개인정보 보호법) asks for in
 * article 15 (2): purpose, items, how long they are kept, and that one may refuse without loss.
 */
export const suggestedConsent: ConsentText = {
  ko: '순번 알림을 보내 드리기 위해 휴대전화번호를 수집합니다. 수집 목적: 호출 순서 알림. 수집 항목: 휴대전화번호. 보유 기간: 오늘 업무를 마칠 때까지이며, 업무를 마치면 바로 삭제합니다. 동의하지 않으셔도 되며, 동의하지 않아도 번호표를 받고 업무를 보시는 데 불편이 없습니다.',
  en: 'We collect your mobile number to tell you about your turn. Purpose: notice of your turn. Item: mobile number. Kept until the office closes today, then deleted at once. You may refuse; you will get your ticket and be served just the same.',
  zh: '为了向您发送叫号通知，我们收集您的手机号码。目的：叫号通知。项目：手机号码。保存期限：至今日业务结束，结束后立即删除。您可以不同意，不影响取号和办理业务。',
  ja: '順番のお知らせをお送りするため、携帯電話番号を収集します。目的：順番のお知らせ。項目：携帯電話番号。保有期間：本日の業務終了まで（終了後ただちに削除）。同意されなくても、番号札の受け取りや手続きに支障はありません。',
  vi: 'Chúng tôi thu thập số điện thoại di động để báo lượt của bạn. Mục đích: báo lượt. Thông tin: số điện thoại di động. Lưu đến khi kết thúc giờ làm việc hôm nay, sau đó xóa ngay. Bạn có thể không đồng ý; bạn vẫn nhận phiếu và được phục vụ bình thường.',
};
