/** A native modal dialog: always in the page, opened by its id, closed by Escape, by its button or by a click beside it. */
import { type ReactNode, useId } from 'react';
import { Button } from './Button';
import css from './Dialog.module.css';
import { Icon } from './Icon';

export interface DialogProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
  /** However it was closed. */
  readonly onClose?: () => void;
}

export function Dialog({ id, title, children, onClose }: DialogProps) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      id={id}
      className={css.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className={css.body}>
        <header>
          <h2 id={heading}>{title}</h2>
          <Button look="ghost" square aria-label="Close" onClick={() => closeDialog(id)}>
            <Icon name="x" />
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

export function openDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function closeDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) dialog.close();
}
