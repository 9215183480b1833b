import type { SessionRow } from '@sunbeon/contract';
import { Button, locales, programName, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Fault } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { workTexts } from '../texts/work-texts.ts';
import type { Loaded } from '../asking/use-loaded.ts';
import { useWork } from '../asking/use-work.ts';
import { Section } from './section.tsx';

/** Where one is logged in, and the way to end that elsewhere. */
export function SessionsSection({ sessions }: { sessions: Loaded<readonly SessionRow[]> }) {
  const t = useTexts(accountTexts);
  const words = useTexts(workTexts);
  const session = useSession();
  const [done, setDone] = useState<string | null>(null);
  const work = useWork();
  const end = (id: string) =>
    work.run(async () => {
      await session.client.call('sessionRevoke', { params: { id } });
      setDone(t('session_ended'));
      await sessions.reload();
    });
  const endOthers = () =>
    work.run(async () => {
      const { ended } = await session.client.call('sessionsRevokeOthers', {});
      setDone(t('sessions_ended', { n: ended }));
      await sessions.reload();
    });
  const rows = sessions.value;
  return (
    <Section title={t('sessions_title')} about={t('sessions_about')} done={done} testId="sessions-section">
      <Fault fault={work.fault ?? sessions.fault} />
      {rows === null ? (
        sessions.fault === null && <p className="muted">{words('loading')}</p>
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <Row key={row.id} row={row} onEnd={() => end(row.id)} />
          ))}
        </ul>
      )}
      {rows !== null && rows.length > 1 && (
        <div className="actions">
          <Button kind="danger" aria-disabled={work.working} onClick={endOthers} data-testid="end-others">
            {t('sessions_end_others')}
          </Button>
        </div>
      )}
      {rows?.length === 1 && <p className="muted">{t('sessions_alone')}</p>}
    </Section>
  );
}

function Row({ row, onEnd }: { row: SessionRow; onEnd: () => void }) {
  const t = useTexts(accountTexts);
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' });
  const when = (instant: string) => format.format(Date.parse(instant));
  const program = programName(row.program) ?? t('session_unknown');
  const by = row.by === 'pin' ? t('session_counter') : row.by === 'sso' ? t('session_sso') : null;
  const facts = [
    row.address,
    by,
    t('session_used', { when: when(row.usedAt) }),
    t('session_began', { when: when(row.beganAt) }),
  ];
  return (
    <li className="row" data-testid={row.current ? 'session-current' : 'session-other'}>
      <div>
        <p>
          <b>{program}</b> {row.current && <span className="chip">{t('session_this')}</span>}
        </p>
        <p className="muted row__facts">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      {!row.current && (
        <Button onClick={onEnd} aria-label={t('session_end_of', { program })}>
          {t('session_end')}
        </Button>
      )}
    </li>
  );
}
