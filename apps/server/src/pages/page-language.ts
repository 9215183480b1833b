import { Language } from '@sunbeon/contract';
import type { FastifyRequest } from 'fastify';

/**
 * Language of a page: `?lang=` first, then what the browser prefers of ours; English for a browser that prefers none of
 * them, Korean where nothing is said.
 */
export function pageLanguage(request: FastifyRequest): Language {
  const asked = Language.safeParse((request.query as { lang?: unknown }).lang);
  return asked.success ? asked.data : preferredLanguage(request.headers['accept-language']);
}

/** @param header Accept-Language, such as "vi-VN,vi;q=0.9,en;q=0.8" */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return tag === '' || tag === '*' ? [] : [{ tag: tag.toLowerCase(), quality: Number(quality ?? 1) }];
  });
  const wanted = wishes.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const known = Language.safeParse(tag.split('-')[0]);
    if (known.success) return known.data;
  }
  return wanted.length === 0 ? 'ko' : 'en';
}
