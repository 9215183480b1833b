import { createHash } from 'node:crypto';
import type { ErasureCertificate } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { ErasureRecord } from './erasure.repository.ts';

/** What is signed once nothing is left. @throws Error when the record did not come the whole way */
export function certificateOf(record: ErasureRecord, finishedAt: number): ErasureCertificate {
  const { confirmedByName, confirmedAt, startedAt, counted } = record;
  if (confirmedByName === null || confirmedAt === null || startedAt === null || counted === null)
    throw new Error('an erasure that was not confirmed and begun has no certificate');
  return {
    id: record.id,
    tenantHash: createHash('sha256').update(record.subjectId).digest('hex'),
    slug: record.subjectSlug,
    name: record.subjectName,
    reason: record.reason,
    plannedBy: record.askedByName,
    plannedAt: iso(record.askedAt),
    confirmedBy: confirmedByName,
    confirmedAt: iso(confirmedAt),
    startedAt: iso(startedAt),
    finishedAt: iso(finishedAt),
    keysDestroyed: counted['tenant_key'] ?? 0,
    rows: counted,
    remaining: 0,
  };
}

/** The certificate as it is printed and filed. */
export function certificateText(certificate: ErasureCertificate, signature: { key: string; value: string }): string {
  const { rows } = certificate;
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  const lines = Object.entries(rows)
    .filter(([, n]) => n > 0)
    .map(([table, n]) => `  ${table.padEnd(24)}${String(n).padStart(12)}`);
  return `자료 삭제 확인서

확인 번호        ${certificate.id}
기관             ${certificate.name} (${certificate.slug})
기관 식별값      ${certificate.tenantHash} (SHA-256)
사유             ${certificate.reason}

삭제 계획        ${certificate.plannedAt}  ${certificate.plannedBy}
삭제 확정        ${certificate.confirmedAt}  ${certificate.confirmedBy}
삭제 시작        ${certificate.startedAt}
삭제 완료        ${certificate.finishedAt}

1. 이 기관의 암호 키 ${certificate.keysDestroyed}개를 먼저 파기하였습니다. 그 키로 암호화한 자료는 백업본에서도 읽을 수 없습니다.
2. 아래의 자료 ${total}건을 삭제하였습니다(표별 건수).
${lines.join('\n')}
3. 삭제한 뒤 모든 표를 다시 세어 남은 자료가 ${certificate.remaining}건임을 확인하였습니다.

서명(HMAC-SHA256) ${signature.value}
서명 키 이름      ${signature.key}
`;
}
