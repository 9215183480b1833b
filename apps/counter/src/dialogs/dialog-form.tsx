import { Button, useTexts } from '@sunbeon/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { CommandState } from '../commands/command-runner.ts';
import { Failure } from '../desk/result-line.tsx';
import { Modal } from '../parts/modal.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';

export interface DialogProps {
  commands: CommandState;
  /** No command can be given now: one is under way, or the line is down. */
  blocked: boolean;
  onClose: () => void;
}

interface DialogFormProps extends DialogProps {
  title: string;
  testId: string;
  submit: string;
  danger?: boolean;
  /** Something is still missing. */
  incomplete?: boolean;
  wide?: boolean;
  /** Nothing is to be entered: Enter confirms at once. */
  confirm?: boolean;
  onSubmit: () => Promise<boolean>;
  children: ReactNode;
}

/** A dialog that ends in one command: closes when it was carried out; on a failure all that was entered stays. */
export function DialogForm(props: DialogFormProps) {
  const { commands, blocked, onClose, title, testId, submit, danger, incomplete, wide, confirm, onSubmit, children } =
    props;
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [failed, setFailed] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (blocked || incomplete) return;
    setFailed(false);
    void onSubmit().then((done) => (done ? onClose() : setFailed(true)));
  };
  const { last, pending } = commands;
  return (
    <Modal title={title} onClose={onClose} testId={testId} {...(wide && { wide })}>
      <form className="modal__form" onSubmit={send}>
        <div className="modal__body">{children}</div>
        {failed && last?.kind === 'failed' && (
          <div role="alert">
            <Failure action={t(`act_${last.action}`)} error={last.error} />
          </div>
        )}
        <footer className="modal__foot">
          <Button onClick={onClose}>{d('back')}</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            type="submit"
            data-first={confirm === true}
            aria-disabled={blocked || incomplete === true}
            data-testid="dialog-submit"
          >
            {pending === null ? submit : t('working')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
