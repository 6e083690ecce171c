/** What a link says to whoever opens it: a title and a note, as text. */
import type { FormEvent } from 'react';
import { LONGEST_LABEL } from '../../session';
import { Button } from '../parts/Button';
import { useActions, useSession } from '../useSession';
import { SheetDialog } from './SheetDialog';
import css from './Sheets.module.css';

export function LinkLabel() {
  const { copyLink, setLabel, showSheet } = useActions();
  const { title, note } = useSession((s) => s.label);
  const copy = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '');
    setLabel({ title: text('title'), note: text('note') });
    showSheet(null);
    void copyLink();
  };
  return (
    <SheetDialog id="link-label" title="A title and a note for the link">
      <form className={css.form} onSubmit={copy}>
        <p>They are shown above the page to everyone who opens the link.</p>
        <label>
          Title
          <input name="title" defaultValue={title} maxLength={LONGEST_LABEL.title} autoComplete="off" />
        </label>
        <label>
          Note
          <textarea name="note" defaultValue={note} maxLength={LONGEST_LABEL.note} rows={4} />
        </label>
        <Button look="primary" type="submit">
          Copy the link
        </Button>
      </form>
    </SheetDialog>
  );
}
