import type { Client } from '@sunbeon/client';
import type { Hall, IssuedTicket } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CommandRunner } from '../commands/command-runner.ts';
import { ticketCommands } from '../commands/counter-commands.ts';
import { Failure, ResultLine } from '../desk/result-line.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { texts } from '../texts/texts.ts';
import { FindNumber } from './find-number.tsx';
import { IssueForm, type IssueOrder } from './issue-form.tsx';
import { Issued } from './issued.tsx';

interface GreeterProps {
  hall: Hall;
  office: string;
  nowMs: number;
  live: boolean;
  client: Client;
  runner: CommandRunner;
  mayCorrect: boolean;
}

/** The greeter's desk: gives out tickets for visitors at the door, finds numbers, corrects tickets. */
export function Greeter({ hall, office, nowMs, live, client, runner, mayCorrect }: GreeterProps) {
  const t = useTexts(texts);
  const door = useTexts(doorTexts);
  const commands = useSyncExternalStore(runner.subscribe, runner.state);
  const run = useMemo(() => ticketCommands(client, runner), [client, runner]);
  const [issued, setIssued] = useState<IssuedTicket | null>(null);
  const blocked = !live || commands.pending !== null;
  const issue = async (order: IssueOrder) => {
    const done = await runner.issue((asking) => client.call('staffIssue', { body: { office, ...order }, ...asking }));
    const { last } = runner.state();
    if (done && last?.kind === 'issued') setIssued(last.issued);
    return done;
  };
  useEffect(() => {
    document.title = door('greeter');
  }, [door]);
  const failed = commands.last?.kind === 'failed' && commands.last.action === 'issue' ? commands.last : null;
  return (
    <main className="greeter" data-testid="greeter">
      <h1 className="visually-hidden">{door('greeter')}</h1>
      <section className="column greeter__issue" aria-label={t('act_issue')}>
        {issued === null ? (
          <IssueForm hall={hall} blocked={blocked} onIssue={issue} pending={commands.pending === 'issue'}>
            {failed && (
              <div role="alert">
                <Failure action={t('act_issue')} error={failed.error} onDismiss={runner.dismiss} />
              </div>
            )}
          </IssueForm>
        ) : (
          <Issued hall={hall} issued={issued} onNext={() => setIssued(null)} />
        )}
      </section>
      <section className="column greeter__find" aria-labelledby="find-title">
        <FindNumber {...{ hall, office, client, nowMs, blocked, run, commands, mayCorrect }} />
        <ResultLine
          hall={hall}
          commands={failed ? { ...commands, last: null } : commands}
          hint={null}
          onDismiss={runner.dismiss}
        />
      </section>
    </main>
  );
}
