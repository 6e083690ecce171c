/** A small form: how the program shown is stepped and searched. It is kept with the program, and links carry it. */
import { type FormEvent, useId } from 'react';
import { documentOf, leastSaid, numbersOf, USUAL, type Settings as Wanted } from '../../session';
import { Button } from '../parts/Button';
import { Dialog, openDialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { Tooltip } from '../parts/Tooltip';
import { useActions, useSession } from '../useSession';
import css from './Own.module.css';

const ID = 'settings';

interface SettingsProps {
  readonly square?: boolean;
  readonly look?: 'ghost' | 'plain';
}

export function Settings({ square = false, look = 'ghost' }: SettingsProps) {
  return (
    <>
      <Tooltip text="Steps, entry, arguments, limits" edge="end">
        <Button look={look} square={square} aria-label="Settings" onClick={() => openDialog(ID)}>
          <Icon name="sliders" size={14} />
          {!square && 'Settings'}
        </Button>
      </Tooltip>
      <Dialog id={ID} title="Settings of this program">
        <SettingsForm />
      </Dialog>
    </>
  );
}

function SettingsForm() {
  const { configure } = useActions();
  const settings = useSession((s) => documentOf(s)?.settings) ?? USUAL;
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    configure(wantedIn(new FormData(event.currentTarget)));
    event.currentTarget.closest('dialog')?.close();
  };
  return (
    // What was kept is what the form begins with.
    <form key={JSON.stringify(settings)} className={css.form} onSubmit={take}>
      <label>
        Function to run
        <input
          name="entry"
          defaultValue={settings.entry}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label>
        Arguments of main, with blanks between them
        <input
          name="args"
          defaultValue={settings.args}
          maxLength={200}
          placeholder="none"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label>
        A step ends
        <select name="granularity" defaultValue={settings.granularity}>
          <option value="sync">at synchronization, and where accesses race</option>
          <option value="access">at each access that another thread could see</option>
        </select>
      </label>
      <label className={css.check}>
        <input type="checkbox" name="spurious" defaultChecked={settings.spurious} />
        Waits may wake up, and weak exchanges fail, for no reason
      </label>
      <fieldset className={css.limits}>
        <legend>The search of all orders stops at</legend>
        <Limit name="rounds" words="rounds of each loop" value={settings.rounds} />
        <Limit name="preemptions" words="preemptions, whatever the rounds" value={settings.preemptions} />
        <Limit name="seconds" words="seconds" value={settings.seconds} />
        <Limit name="memory" words="MiB of memory" value={settings.memory} />
        <Limit name="steps" words="steps of a run" value={settings.steps} />
      </fieldset>
      <fieldset className={css.limits}>
        <legend>Numbers by chance (rand, random_device) come of the</legend>
        <Limit name="seed" words="seed" value={settings.seed} />
      </fieldset>
      <p>
        An input may have several values: write <code>RACECOURSE_ANY(1, 2, 3)</code> where it is read. Every
        value is tried.
      </p>
      <Button look="primary" type="submit">
        Use these settings
      </Button>
    </form>
  );
}

interface LimitProps {
  readonly name: keyof ReturnType<typeof numbersOf>;
  readonly words: string;
  readonly value: number | null;
}

function Limit({ name, words, value }: LimitProps) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        min={leastSaid(name)}
        placeholder="usual"
        defaultValue={value ?? ''}
      />
      <label htmlFor={id}>{words}</label>
    </>
  );
}

function wantedIn(form: FormData): Wanted {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return {
    granularity: text('granularity') === 'access' ? 'access' : 'sync',
    entry: text('entry'),
    args: text('args'),
    ...numbersOf((name) => (text(name) === '' ? null : Number(text(name)))),
    spurious: form.has('spurious'),
  };
}
