import type { ConsentText } from '@sunbeon/contract';

/**
 * A consent text to begin with. It names what the Personal Information Protection Act (개인정보 보호법) asks for in
 * article 15 (2): purpose, items, how long they are kept, and that one may refuse without loss.
 */
export const suggestedConsent: ConsentText = {
  ko: `· 수집 목적: 호출 순서 알림
· 수집 항목: 휴대전화번호
· 보유 기간: 오늘 업무를 마칠 때까지(업무를 마치면 바로 삭제합니다)
동의하지 않으셔도 됩니다. 동의하지 않아도 번호표를 받고 업무를 보시는 데 불편이 없습니다.`,
  en: `· Purpose: to tell you about your turn
· What we collect: your mobile number
· Kept until the office closes today, then deleted at once
You may refuse. You will get your ticket and be served just the same.`,
  zh: `· 目的：叫号通知
· 收集项目：手机号码
· 保存期限：至今日业务结束（结束后立即删除）
您可以不同意，不影响取号和办理业务。`,
  ja: `· 目的：順番のお知らせ
· 収集項目：携帯電話番号
· 保有期間：本日の業務終了まで（終了後ただちに削除します）
同意されなくても、番号札の受け取りや手続きに支障はありません。`,
  vi: `· Mục đích: báo lượt của bạn
· Thông tin thu thập: số điện thoại di động
· Lưu đến khi kết thúc giờ làm việc hôm nay, sau đó xóa ngay
Bạn có thể không đồng ý. Bạn vẫn nhận phiếu và được phục vụ bình thường.`,
};
