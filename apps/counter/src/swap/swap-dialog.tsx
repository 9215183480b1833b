import { ProblemError, type CallOutput, type Session } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { Picker } from '../dialogs/picker.tsx';
import { Modal } from '../parts/modal.tsx';
import { useDoorFault } from '../session/door-fault.ts';
import { swapTexts } from '../texts/swap-texts.ts';
import { PinField, SwapForm } from './swap-form.tsx';

interface SwapDialogProps {
  session: Session;
  me: Me;
  office: string;
  /** At which the present person works; it goes over. */
  counterId: string | null;
  onSetPin: () => void;
  onClose: () => void;
}

/** Another person goes on here: chosen from those of the office with a PIN, who types it. */
export function SwapDialog({ session, me, office, counterId, onSetPin, onClose }: SwapDialogProps) {
  const s = useTexts(swapTexts);
  const [people, setPeople] = useState<CallOutput<'pinPeople'> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { says, wait } = useDoorFault(fault);
  useEffect(() => {
    session.client.call('pinPeople', { query: { office } }).then(setPeople, setFault);
  }, [session, office]);
  const others = people?.filter(({ id }) => id !== me.id) ?? [];
  const staffId = chosen ?? (others.length === 1 ? (others[0]?.id ?? null) : null);

  const submit = () => {
    if (working || wait > 0 || staffId === null) return;
    if (!/^\d{6}$/.test(pin)) return setFault('pin_missing');
    setWorking(true);
    setFault(null);
    const wish = { office, staffId, pin, ...(counterId !== null && { counterId }) };
    // Done, the page belongs to the other person, and this dialog is gone with it.
    session.takeOver(wish).catch((error: unknown) => {
      setFault(error);
      setPin('');
      setWorking(false);
      if (error instanceof ProblemError && error.code === 'not_found')
        void session.client.call('pinPeople', { query: { office } }).then(setPeople, () => undefined);
    });
  };
  const mayHavePin = me.session === 'full';
  // Opened with its list, so that the first name has the focus.
  if (people === null && fault === null) return null;
  return (
    <Modal title={s('swap')} onClose={onClose} testId="dialog-swap">
      <SwapForm
        {...{ says, working, onClose }}
        submit={s('swap_do')}
        blocked={working || wait > 0 || staffId === null}
        onSubmit={submit}
      >
        <p>{s(counterId === null ? 'swap_text' : 'swap_text_counter')}</p>
        {people !== null && others.length === 0 && <p data-testid="swap-nobody">{s('swap_nobody')}</p>}
        {others.length > 0 && (
          <>
            <Picker
              options={others.map(({ id, name }) => ({ id, label: name, hint: '' }))}
              value={staffId}
              onChange={setChosen}
              first
            />
            <PinField label={s('pin')} name="pin" value={pin} invalid={says !== null} onChange={setPin} />
          </>
        )}
        {mayHavePin && (
          <Button kind="quiet" onClick={onSetPin} data-testid="set-pin">
            {s(me.pin === 'none' ? 'pin_set' : 'pin_change')}
          </Button>
        )}
      </SwapForm>
    </Modal>
  );
}
