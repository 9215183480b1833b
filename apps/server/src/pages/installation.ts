import { z } from 'zod';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './resident-renderer.ts';

/** The part of demo.json that the links page shows; the seed writes it. */
const DemoFile = z.object({
  tenant: z.string(),
  links: z.array(z.object({ title: z.string(), url: z.string(), note: z.string().optional() })),
  logins: z.array(z.object({ who: z.string(), email: z.string(), password: z.string() })),
});
export type DemoFile = z.infer<typeof DemoFile>;

/** The demo's links and log-ins, or undefined while the seed has not written them (whole). */
export async function readDemo(dataFolder: string): Promise<DemoFile | undefined> {
  const text = await readFile(join(dataFolder, 'demo.json'), 'utf8').catch(() => undefined);
  const parsed = text === undefined ? undefined : DemoFile.safeParse(parse(text));
  return parsed?.success ? parsed.data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const titles: Readonly<Record<string, string>> = {
  kiosk: '번호표 발권기',
  counter: '창구 화면 (담당자)',
  display: '창구 표시기, 홀 안내 TV',
  console: '관리 화면 (관리자·팀장)',
  signup: '이용 신청 (우리 기관에서 쓰기)',
};

/** Links of an installation that is no demo: what is built, and the reference. */
export function plainLinks(built: readonly string[]): Installation['links'] {
  const screens = built.map((name) => ({ title: titles[name] ?? name, url: `/${name}/` }));
  return [...screens, { title: 'API 문서', url: '/api/docs' }];
}
