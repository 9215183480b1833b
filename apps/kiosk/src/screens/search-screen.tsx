import { Button, localText, useTexts } from '@sunbeon/ui';
import { useMemo } from 'react';
import { Main } from '../frame.tsx';
import { keyboardOf } from '../keyboard.ts';
import { useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import { Pictogram } from '../pictogram.tsx';
import { findServices, type FoundService } from '../search.ts';
import { ServiceCard } from './service-card.tsx';

/** Finds by initial consonants (초성), words or letters; a keyboard that happens to be there types, too. */
export function SearchScreen({ typed }: { typed: string }) {
  const { config, visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  const found = useMemo(() => findServices(config, typed, visit.language), [config, typed, visit.language]);
  const type = (text: string) => dispatch({ type: 'typed', typed: text.slice(0, 30) });
  return (
    <Main name="search" title={t('search_title')} actions={<Keys typed={typed} onType={type} />}>
      <label className="typed">
        <span className="visually-hidden">{t('search_typed')}</span>
        <input
          value={typed}
          placeholder={t('search_example')}
          onChange={(event) => type(event.target.value)}
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          data-testid="search-typed"
        />
      </label>
      <p className="intro" role="status">
        {typed !== '' && (found.length === 0 ? t('search_none') : t('search_found', { n: found.length }))}
      </p>
      <div className="cards">
        {found.map((one) => (
          <FoundCard key={`${one.service.id} ${one.permit?.code ?? ''}`} found={one} />
        ))}
      </div>
    </Main>
  );
}

/** The service; when it was not found by its name, with the word that led to it. */
function FoundCard({ found: { service, by, permit } }: { found: FoundService }) {
  const { visit } = useKiosk();
  const t = useTexts(kioskTexts);
  if (permit) return <ServiceCard service={service} permit={permit} note={localText(service.name, visit.language)} />;
  return <ServiceCard service={service} {...(by !== null && { note: t('found_by', { word: by }) })} />;
}

function Keys({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const keyboard = useMemo(() => keyboardOf(visit.language, config), [visit.language, config]);
  return (
    <div className="keys" role="group" aria-label={t('search_keys')} data-testid="keys">
      {keyboard.keys.map((key) => (
        <Button key={key} onClick={() => onType(keyboard.press(typed, key))}>
          {key}
        </Button>
      ))}
      <Button
        className="keys__erase"
        onClick={() => onType(keyboard.erase(typed))}
        aria-label={t('search_erase')}
        disabled={typed === ''}
      >
        <Pictogram name="erase" />
      </Button>
    </div>
  );
}
