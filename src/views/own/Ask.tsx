/** A question about the program shown: by its button, by Q, or by a click on the number of a line. */
import { type FormEvent, useEffect, useState } from 'react';
import { answeringRun, askedHere, documentOf, USUAL } from '../../session';
import { cursorLine, mountAsking } from '../code/commands';
import { Button } from '../parts/Button';
import { Dialog, openDialog } from '../parts/Dialog';
import { useActions, useSession } from '../useSession';
import css from './Own.module.css';

const ID = 'ask';
type What = 'reached' | 'holds' | 'end';

/** `short`: where there is no keyboard. */
export function AskButton({ short = false }: { readonly short?: boolean }) {
  return (
    <Button shortcut={short ? undefined : 'Q'} onClick={() => openAsking(cursorLine())}>
      Ask
    </Button>
  );
}

/** Of the answer that is shown: the way to its run, and back to the verdict. */
export function AnswerButtons() {
  const { closeQuery, openAnswer } = useActions();
  const isYes = useSession((s) => {
    const asked = askedHere(s);
    return asked !== null && answeringRun(asked) !== null;
  });
  return (
    <>
      {isYes && (
        <Button look="primary" onClick={openAnswer}>
          Show the run
        </Button>
      )}
      <Button onClick={closeQuery}>Back to the verdict</Button>
    </>
  );
}

function openAsking(line: number): void {
  for (const field of document.querySelectorAll<HTMLInputElement>(`#${ID} [name=line]`))
    field.value = String(line);
  openDialog(ID);
}

/** Once on the page. */
export function Asking() {
  const { askProgram } = useActions();
  const [what, setWhat] = useState<What>('reached');
  const entry = useSession((s) => documentOf(s)?.settings?.entry ?? USUAL.entry);
  const lines = useSession((s) => documentOf(s)?.source.split('\n').length ?? 1);
  useEffect(() => mountAsking(openAsking), []);
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const condition = String(form.get('condition') ?? '').trim();
    void askProgram({
      line: what === 'end' ? null : Number(form.get('line')),
      condition: what === 'reached' ? null : condition,
    });
    event.currentTarget.closest('dialog')?.close();
  };
  return (
    <Dialog id={ID} title="Ask about this program">
      <form className={css.form} onSubmit={take}>
        <fieldset className={css.questions}>
          <legend>In some order,</legend>
          <Choice what="reached" now={what} choose={setWhat} words="can the line be reached?" />
          <Choice
            what="holds"
            now={what}
            choose={setWhat}
            words="can this hold when somebody comes to the line?"
          />
          <Choice what="end" now={what} choose={setWhat} words={`can this hold at the end of ${entry}?`} />
        </fieldset>
        <label hidden={what === 'end'}>
          Line
          <input
            name="line"
            type="number"
            inputMode="numeric"
            min={1}
            max={lines}
            defaultValue={1}
            required
          />
        </label>
        <label hidden={what === 'reached'}>
          This
          <input
            name="condition"
            placeholder="counter == 1"
            required={what !== 'reached'}
            maxLength={400}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </label>
        <p>
          Every order is tried. The answer is a run that leads there, or that there is none.
          {what === 'end' &&
            ` The end of ${entry} is each return of it and its closing brace; who leaves by exit does not come there.`}
        </p>
        <Button look="primary" type="submit">
          Find out
        </Button>
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly what: What;
  readonly now: What;
  readonly choose: (what: What) => void;
  readonly words: string;
}

function Choice({ what, now, choose, words }: ChoiceProps) {
  return (
    <label className={css.check}>
      <input type="radio" name="what" value={what} checked={what === now} onChange={() => choose(what)} />
      {words}
    </label>
  );
}
