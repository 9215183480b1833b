import { Button, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { workTexts } from '../texts/work-texts.ts';

/** Puts a text into the clipboard and says so. Not offered where the browser has none (plain HTTP). */
export function CopyButton({ text, children }: { text: string; children?: string }) {
  const t = useTexts(workTexts);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 3_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return null;
  const copy = () => void clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <Button onClick={copy} className="no-print">
        {children ?? t('copy')}
      </Button>
      <span role="status" className="good no-print">
        {copied && t('copied')}
      </span>
    </>
  );
}
