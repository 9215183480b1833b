import type { Session } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Modal } from '../parts/modal.tsx';
import { useDoorFault } from '../session/door-fault.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { swapTexts } from '../texts/swap-texts.ts';
import { PinField, SwapForm } from './swap-form.tsx';

/** One's own PIN: the password shows that it is oneself; typed twice, since nobody sees it. */
export function PinDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const s = useTexts(swapTexts);
  const door = useTexts(doorTexts);
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [working, setWorking] = useState(false);
  const [done, setDone] = useState(false);
  const [differ, setDiffer] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { says, wait } = useDoorFault(fault);

  const submit = () => {
    if (done) return onClose();
    if (working || wait > 0) return;
    setDiffer(false);
    if (password === '') return setFault('password_missing');
    if (!/^\d{6}$/.test(pin)) return setFault('pin_missing');
    setFault(null);
    if (pin !== again) return setDiffer(true);
    setWorking(true);
    session.client
      .call('pinSet', { body: { password, pin } })
      .then(() => session.refresh())
      .then(() => setDone(true), setFault)
      .finally(() => setWorking(false));
  };
  return (
    <Modal title={s('pin_mine')} onClose={onClose} testId="dialog-pin">
      <SwapForm
        says={differ ? s('pin_differ') : says}
        {...{ working, onClose }}
        submit={s(done ? 'pin_close' : 'pin_save')}
        blocked={working || wait > 0}
        confirm={done}
        onSubmit={submit}
      >
        {done ? (
          <p role="status" data-testid="pin-done">
            {s('pin_done')}
          </p>
        ) : (
          <>
            <p>{s('pin_text')}</p>
            <label className="field">
              <span>{door('password')}</span>
              <input
                type="password"
                name="password"
                autoComplete="current-password"
                value={password}
                data-first
                data-testid="pin-password"
                aria-invalid={fault === 'password_missing'}
                aria-describedby="swap-fault"
                onChange={(event) => setPassword(event.target.value)}
              />
            </label>
            <PinField label={s('pin_new')} name="pin-new" value={pin} invalid={fault !== null} onChange={setPin} />
            <PinField label={s('pin_again')} name="pin-again" value={again} invalid={differ} onChange={setAgain} />
          </>
        )}
      </SwapForm>
    </Modal>
  );
}
