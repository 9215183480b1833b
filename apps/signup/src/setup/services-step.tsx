import type { SetupTemplate } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useState, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { choose, neededBy, servicesWrong, type ServiceDraft } from './draft.ts';
import type { DraftStepProps } from './draft-step-props.ts';
import { ServiceRow } from './service-row.tsx';
import { StepForm } from './step-form.tsx';

/** What the office does: which services, how they are called, which numbers they give. */
export function ServicesStep({ known, draft, template, wrong, onDraft, onStep }: DraftStepProps) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  const [tried, setTried] = useState(wrong.includes('services'));
  const faults = servicesWrong(draft.services);
  const chosen = draft.services.filter((service) => service.chosen).length;
  const change = (next: ServiceDraft) =>
    onDraft({ ...draft, services: draft.services.map((one) => (one.code === next.code ? next : one)) });
  const wrongs = Object.keys(faults).length;
  const titleOf = (code: string) => {
    const name = template.services.find((one) => one.code === code)?.name;
    return name === undefined ? code : localText(name, language);
  };
  return (
    <StepForm
      {...{ known, wrong }}
      step="services"
      title={t('services_title')}
      about={t('services_about')}
      onSend={(form) => {
        setTried(true);
        if (chosen > 0 && wrongs === 0) return onStep('counters');
        requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"], .tick')?.focus());
      }}
      onBack={() => onStep('office')}
    >
      <p role="status" className="muted">
        {t('services_chosen', { n: chosen })}
      </p>
      <p className="service-columns" aria-hidden="true">
        <span>{t('column_name')}</span>
        <span>{t('column_range')}</span>
        <span>{t('column_target')}</span>
      </p>
      {groupsOf(template).map((group) => (
        <Group key={group.code} group={group}>
          {group.codes.map((code) => {
            const service = draft.services.find((one) => one.code === code);
            return (
              service && (
                <ServiceRow
                  key={code}
                  service={service}
                  title={titleOf(code)}
                  fault={faults[code] ?? null}
                  needed={neededBy(draft, template, code)}
                  onChosen={(on) => onDraft(choose(draft, template, code, on))}
                  onChange={change}
                />
              )
            );
          })}
        </Group>
      ))}
      <div role="alert">
        {tried && chosen === 0 && <Notice kind="danger">{t('services_none')}</Notice>}
        {tried && chosen > 0 && wrongs > 0 && <Notice kind="danger">{t('services_wrong', { n: wrongs })}</Notice>}
      </div>
    </StepForm>
  );
}

interface ServiceGroup {
  readonly code: string;
  readonly name: SetupTemplate['services'][number]['group']['name'];
  readonly codes: readonly string[];
}

/** Services under their groups, in the template's order. */
function groupsOf({ services }: SetupTemplate): ServiceGroup[] {
  const groups = new Map<string, ServiceGroup>();
  for (const { code, group } of services) {
    const known = groups.get(group.code) ?? { ...group, codes: [] };
    groups.set(group.code, { ...known, codes: [...known.codes, code] });
  }
  return [...groups.values()];
}

function Group({ group, children }: { group: ServiceGroup; children: ReactNode }) {
  const language = useLanguage();
  return (
    <fieldset className="services">
      <legend>{localText(group.name, language)}</legend>
      <ul>{children}</ul>
    </fieldset>
  );
}
