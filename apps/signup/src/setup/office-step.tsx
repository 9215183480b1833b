import type { SetupTemplate } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { draftOf, type OfficeDraft } from './draft.ts';
import { opensToday } from './opens-today.ts';
import type { DraftStepProps } from './draft-step-props.ts';
import { StepForm } from './step-form.tsx';

/** Which template, and how the office is called. */
export function OfficeStep({ known, draft, templates, wrong, onDraft, onStep }: DraftStepProps) {
  const t = useTexts(setupTexts);
  const [tried, setTried] = useState(wrong.includes('office'));
  const missing = draft.name.trim() === '';
  const take = (template: SetupTemplate) => onDraft(draftOf(template, draft, opensToday(template)));
  return (
    <StepForm
      {...{ known, wrong }}
      step="office"
      title={t('office_title')}
      about={t('office_about')}
      onSend={(form) => {
        setTried(true);
        if (missing) form.querySelector<HTMLElement>('[name="office-name"]')?.focus();
        else onStep('services');
      }}
    >
      <Templates {...{ templates, draft }} onTake={take} />
      <Field
        name="office-name"
        label={t('office_name')}
        hint={t('office_name_hint')}
        maxLength={200}
        value={draft.name}
        error={tried && missing ? t('office_name_missing') : null}
        onChange={(event) => onDraft({ ...draft, name: event.target.value })}
      />
      <Field
        name="office-address"
        label={t('office_address')}
        hint={t('office_address_hint')}
        autoComplete="street-address"
        maxLength={300}
        optional
        value={draft.address}
        onChange={(event) => onDraft({ ...draft, address: event.target.value })}
      />
    </StepForm>
  );
}

interface TemplatesProps {
  templates: readonly SetupTemplate[];
  draft: OfficeDraft;
  onTake: (template: SetupTemplate) => void;
}

function Templates({ templates, draft, onTake }: TemplatesProps) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  return (
    <fieldset>
      <legend>{t('office_kind')}</legend>
      <div className="choices choices--wide">
        {templates.map((template) => (
          <label key={template.code} className="choice">
            <input
              type="radio"
              name="template"
              value={template.code}
              checked={template.code === draft.template}
              onChange={() => onTake(template)}
            />
            <span>
              <b>{localText(template.name, language)}</b>
              <span>{localText(template.description, language)}</span>
              <small>
                {t('template_facts', {
                  services: template.services.filter(({ chosen }) => chosen).length,
                  counters: template.counters,
                })}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
