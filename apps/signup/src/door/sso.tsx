import { ssoPath, useSsoOffer, useTexts } from '@sunbeon/ui';
import { useForm } from '../asking/use-form.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { addressOf } from '../routing/place.ts';
import { go } from '../routing/use-place.tsx';
import { doorTexts } from '../texts/door-texts.ts';

/** The log-in page that asks for the institution whose log-in it shall be, and then offers it. */
export function ssoAddress(query: URLSearchParams, tenant?: string): string {
  const next = query.get('next');
  return addressOf('login', '', { by: 'sso', ...(tenant && { tenant }), ...(next !== null && { next }) });
}

/** The institution's own log-in: its button when the address names one that has it, else a question which one it is. */
export function Sso({ query }: { query: URLSearchParams }) {
  const tenant = query.get('tenant');
  const offer = useSsoOffer(useSession().client, tenant);
  const asked = query.get('by') === 'sso';
  if (tenant !== null && offer === null) return null;
  if (tenant !== null && offer?.available)
    return <Offered tenant={tenant} name={offer.name ?? tenant} only={offer.only} next={query.get('next')} />;
  return asked ? <Question key={tenant} query={query} refused={tenant} /> : null;
}

function Offered({ tenant, name, only, next }: { tenant: string; name: string; only: boolean; next: string | null }) {
  const t = useTexts(doorTexts);
  return (
    <section className="stack" data-testid="sso">
      <p>{t(only ? 'sso_only' : 'sso_about', { name })}</p>
      <a className="sb-button sb-button--primary" href={ssoPath(tenant, next)}>
        {t('sso')}
      </a>
      <Or />
    </section>
  );
}

/** Whether there is such an institution is not told: it may only have no log-in of its own. */
function Question({ query, refused }: { query: URLSearchParams; refused: string | null }) {
  const t = useTexts(doorTexts);
  const form = useForm({ tenant: refused ?? '' }, ({ tenant }) => ({
    tenant: /^[a-z][a-z0-9-]{1,38}$/.test(tenant.trim()) ? undefined : t('sso_slug_wrong'),
  }));
  const send = form.submit(({ tenant }) => go(ssoAddress(query, tenant.trim())));
  return (
    <section className="stack" data-testid="sso-question">
      {refused !== null && <Notice kind="warning">{t('sso_none', { slug: refused })}</Notice>}
      <form className="form" onSubmit={send} noValidate>
        <Field
          label={t('sso_slug')}
          autoFocus
          hint={t('sso_slug_hint')}
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          maxLength={39}
          {...form.field('tenant')}
        />
        <div className="actions">
          <button type="submit" className="sb-button sb-button--primary" data-testid="sso-go">
            {t('sso_find')}
          </button>
        </div>
      </form>
      <Or />
    </section>
  );
}

function Or() {
  const t = useTexts(doorTexts);
  return (
    <p className="rule">
      <span>{t('or')}</span>
    </p>
  );
}
