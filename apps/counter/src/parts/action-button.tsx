import { Button, Keycap, useTexts, type ButtonKind } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { keyTable, type KeyAction } from '../commands/keys.ts';
import { texts } from '../texts/texts.ts';

interface ActionButtonProps {
  action: KeyAction;
  onAct: (action: KeyAction) => void;
  kind?: ButtonKind;
  size?: 'huge' | 'large' | 'small';
  /** A command is under way, or the line is down: seen, not usable. */
  blocked: boolean;
  children?: ReactNode;
}

/** What may be done now, with its key. Blocked, it keeps the focus, so that nobody loses the place. */
export function ActionButton({
  action,
  onAct,
  kind = 'secondary',
  size = 'large',
  blocked,
  children,
}: ActionButtonProps) {
  const t = useTexts(texts);
  return (
    <Button
      kind={kind}
      className={`act act--${size}`}
      aria-disabled={blocked}
      aria-keyshortcuts={keyTable[action].cap}
      data-testid={`act-${action}`}
      onClick={() => !blocked && onAct(action)}
    >
      <span className="act__text">
        <span>{t(`act_${action}`)}</span>
        {children}
      </span>
      <Keycap>{keyTable[action].cap}</Keycap>
    </Button>
  );
}
