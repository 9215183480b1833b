import { Button, type ButtonKind } from '@sunbeon/ui';
import type { ComponentProps } from 'react';

interface SubmitProps extends ComponentProps<'button'> {
  working: boolean;
  /** What it says while it works. */
  workingText: string;
  kind?: ButtonKind;
}

/** Sends a form. While it works it keeps the focus and says so, rather than being disabled and losing it. */
export function Submit({ working, workingText, kind = 'primary', children, ...rest }: SubmitProps) {
  return (
    <Button kind={kind} type="submit" aria-disabled={working} {...rest}>
      {working ? workingText : children}
    </Button>
  );
}
