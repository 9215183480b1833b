import { Button } from '@sunbeon/ui';
import { useTexts } from '@sunbeon/ui';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { dialogTexts } from '../texts/dialog-texts.ts';

interface ModalProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  testId: string;
  wide?: boolean;
}

/** A dialog over everything else: keeps the focus inside, closes by Escape, gives the focus back. */
export function Modal({ title, onClose, children, testId, wide = false }: ModalProps) {
  const t = useTexts(dialogTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // React writes no autofocus attribute, without which the browser would choose the button that closes.
    element?.querySelector<HTMLElement>('[data-first="true"]')?.focus();
    // Before it leaves the document, or the browser cannot give the focus back.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'modal modal--wide' : 'modal'}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="modal__head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" className="modal__close" onClick={onClose} aria-label={t('close')} title={t('close')}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 5l14 14M19 5 5 19" stroke="currentColor" strokeWidth="2" />
          </svg>
        </Button>
      </header>
      {children}
    </dialog>
  );
}
