/** What an archive says of itself. */
export interface ExportFacts {
  readonly exportId: string;
  readonly tenant: { readonly id: string; readonly slug: string; readonly name: string };
  readonly madeAt: string;
  readonly personal: boolean;
}

/** What lies in the archive, for whoever opens it without us. */
export function archiveReadme({ tenant, madeAt, personal }: ExportFacts): string {
  return `순번(Sunbeon) 자료 내보내기 / export of all data
기관 / tenant: ${tenant.name} (${tenant.slug}, ${tenant.id})
만든 때 / made at: ${madeAt}
개인정보 / personal data: ${personal ? '포함 / included' : '제외 / left out'}

[한국어]
- manifest.json: 표마다 파일 이름, 행 수, 크기, SHA-256, 열 이름, 내보내지 않은 열이 적혀 있습니다.
- data/표이름.ndjson: 한 줄이 한 행인 JSON입니다(UTF-8). 시각은 ISO 8601, 날짜는 yyyy-mm-dd입니다.
- 모든 표는 같은 한 시점의 자료입니다. 줄의 순서는 기본 키의 순서입니다.
- 비밀번호와 토큰의 해시는 어떤 경우에도 들어 있지 않습니다.
- 개인정보가 들어 있으면 개인정보 보호법에 따라 보관하고, 목적을 이룬 뒤 바로 파기하십시오.

[English]
- manifest.json: for each table its file, rows, bytes, SHA-256, columns, and the columns that are left out.
- data/TABLE.ndjson: one line of JSON per row (UTF-8). Instants in ISO 8601, dates as yyyy-mm-dd.
- All tables are of one instant. Lines are in the order of the primary key.
- Hashes of passwords and tokens are never in it.
- The format is described in docs/export.md.
`;
}
