import { useTexts } from '@sunbeon/ui';
import { Field } from '../parts/field.tsx';
import { applyTexts } from '../texts/apply-texts.ts';
import { asSlug, slugExample } from './slug.ts';
import type { SlugState } from './use-slug.ts';

interface SlugFieldProps {
  value: string;
  error: string | null;
  state: SlugState;
  onValue: (slug: string) => void;
}

/** The address of an institution; says while one types whether it can be had. */
export function SlugField({ value, error, state, onValue }: SlugFieldProps) {
  const t = useTexts(applyTexts);
  const taken = state === 'taken' ? t('slug_taken', { example: slugExample(value) }) : null;
  const refused = taken ?? (state === 'reserved' ? t('slug_reserved') : null);
  return (
    <Field
      name="slug"
      label={t('slug')}
      hint={t('slug_hint')}
      before={`${location.host}/`}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={39}
      value={value}
      error={error ?? refused}
      status={
        state === 'asking' ? (
          <span className="muted">{t('slug_asking')}</span>
        ) : state === 'free' ? (
          <span className="good" data-testid="slug-free">
            {t('slug_free')}
          </span>
        ) : null
      }
      onChange={(event) => onValue(asSlug(event.target.value))}
    />
  );
}
