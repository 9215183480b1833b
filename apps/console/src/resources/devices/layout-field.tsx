import { useTexts } from '@sunbeon/ui';
import { useEffect } from 'react';
import { SelectInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { deviceTexts } from './device-texts.ts';
import { useLayoutsOf } from './use-layouts-of.ts';

/** Which layout of its office the screen shows; none = the office's own for such screens. */
export function LayoutField({ office, screen }: { office: string | undefined; screen: string | undefined }) {
  const t = useTexts(deviceTexts);
  const { layouts, isLoaded } = useLayoutsOf(office, screen);
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: 'settings.layout' }) as string | null | undefined;
  // Of another kind of screen, or of another office: chosen before, and no choice any more.
  const isLost = isLoaded && Boolean(chosen) && !layouts.some(({ id }) => id === chosen);
  useEffect(() => {
    if (isLost) setValue('settings.layout', null, { shouldDirty: true });
  }, [isLost, setValue]);
  if (layouts.length === 0) return null;
  const nameOf = ({ name, orientation }: (typeof layouts)[number]) => `${name} (${t(`orientation_${orientation}`)})`;
  return (
    <SelectInput
      source="settings.layout"
      label={t('layout')}
      helperText={t('layout_help')}
      emptyText={t('layout_own')}
      choices={layouts.map((layout) => ({ id: layout.id, name: nameOf(layout) }))}
    />
  );
}
