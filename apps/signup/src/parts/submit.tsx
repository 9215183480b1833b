import { Button } from '@sunbeon/ui';
import type { ComponentProps } from 'react';

interface SubmitProps extends ComponentProps<'button'> {
  working: boolean;
  /** What it says while it works. */
  workingText: string;
}

/** Sends a form. While it works it keeps the focus and says so, rather than being disabled and losing it. */
export function Submit({ working, workingText, children, ...rest }: SubmitProps) {
  return (
    <Button kind="primary" type="submit" aria-disabled={working} {...rest}>
      {working ? workingText : children}
    </Button>
  );
}
