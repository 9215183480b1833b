/** Languages of kiosks, each in its own words. */
export const kioskLanguages = [
  { id: 'ko', name: '한국어' },
  { id: 'en', name: 'English' },
  { id: 'zh', name: '中文' },
  { id: 'ja', name: '日本語' },
  { id: 'vi', name: 'Tiếng Việt' },
] as const;
