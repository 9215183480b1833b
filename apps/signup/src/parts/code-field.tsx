import type { ComponentProps } from 'react';
import { Field } from './field.tsx';

/** Six digits that an authenticator app shows; spaces and dashes are for whoever types them so. */
export function CodeField(props: ComponentProps<typeof Field>) {
  return <Field inputMode="numeric" autoComplete="one-time-code" maxLength={10} className="code-field" {...props} />;
}
