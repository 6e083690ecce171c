/** A small form: of the program shown, an exercise for others. What comes of it is a link, and nobody keeps it but who gets it. */
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/Button';
import { Dialog, openDialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { Tooltip } from '../parts/Tooltip';
import { useActions } from '../useSession';
import css from './Own.module.css';

const ID = 'make-exercise';

export function MakeExercise({ square }: { readonly square: boolean }) {
  const { copyExercise } = useActions();
  const [shows, setShows] = useState(true);
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const hints = text('hints')
      .split('\n')
      .map((hint) => hint.trim())
      .filter((hint) => hint !== '');
    void copyExercise({ task: text('task'), hints, hidden: !shows });
    event.currentTarget.closest('dialog')?.close();
  };
  return (
    <>
      <Tooltip text="Ask others to mend it" edge="end">
        <Button look="ghost" square={square} aria-label="Make an exercise" onClick={() => openDialog(ID)}>
          <Icon name="flag" size={14} />
          {!square && 'Exercise'}
        </Button>
      </Tooltip>
      <Dialog id={ID} title="Make an exercise">
        <form className={css.form} onSubmit={make}>
          <p>
            Whoever opens the link is asked to change this program until every order was tried and none fails.
            The lines from <code>{'// given'}</code> to <code>{'// yours'}</code> have to stay as they are;
            without such marks it is <code>main</code>.
          </p>
          <label>
            Task
            <textarea name="task" rows={2} maxLength={400} placeholder="Make it clean." />
          </label>
          <label>
            Hints, one a line
            <textarea name="hints" rows={3} maxLength={1000} />
          </label>
          <label className={css.check}>
            <input type="checkbox" checked={shows} onChange={({ target }) => setShows(target.checked)} />
            Show verdict and interleavings while it is worked on
          </label>
          <Button look="primary" type="submit">
            Copy the link
          </Button>
        </form>
      </Dialog>
    </>
  );
}
