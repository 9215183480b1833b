import { useTexts } from '@sunbeon/ui';
import { texts } from '../texts/texts.ts';

export const narrowViews = ['desk', 'waiting', 'hall'] as const;
export type NarrowView = (typeof narrowViews)[number];

interface NarrowTabsProps {
  view: NarrowView;
  onChange: (view: NarrowView) => void;
  waiting: number;
  helps: number;
}

/** In a narrow window beside other programs one column is shown at a time. */
export function NarrowTabs({ view, onChange, waiting, helps }: NarrowTabsProps) {
  const t = useTexts(texts);
  const labels = {
    desk: t('column_desk'),
    waiting: `${t('column_waiting')} ${t('people', { n: waiting })}`,
    hall: helps > 0 ? `${t('column_hall')} · ${t('help_title')} ${helps}` : t('column_hall'),
  };
  return (
    <div className="narrow-tabs switch" role="group" aria-label={t('filter')}>
      {narrowViews.map((value) => (
        <button key={value} type="button" aria-pressed={view === value} onClick={() => onChange(value)}>
          {labels[value]}
        </button>
      ))}
    </div>
  );
}
