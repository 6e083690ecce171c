/** The sheet of keys, which is the palette of commands too, and what the page does and does not model. */
import { Fragment, useState } from 'react';
import { glossary } from '../../session';
import { type Command, commands } from '../parts/keys';
import { SheetDialog } from '../sheets/SheetDialog';
import { useSession, useThisSession } from '../useSession';
import css from './Help.module.css';

const groups: readonly Command['group'][] = ['Steps', 'Story', 'Score', 'Page'];

export function Help() {
  return (
    <SheetDialog id="help" title="Keys and help">
      <p className={css.text}>
        The C++ on the page is compiled in the page, and each <code>std::thread</code> runs in a worker of its
        own. You decide who steps. Stepping differently from before makes a fork; nothing is lost.
      </p>
      <p className={css.text}>
        An <b>interleaving</b> is an order in which the steps of all threads can come. A <b>preemption</b> is
        to leave a thread that could go on for another one; the fewer a failing run needs, the simpler it is.
      </p>
      <Palette />
      <details className={css.words}>
        <summary>Words</summary>
        <dl>
          {glossary.map(({ word, sentence }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className={css.text}>
        A program that names memory orders weaker than seq_cst is stepped as C++ has them (RC11); in every
        other atomics are sequentially consistent. What a compiler may make of a data race is not modelled. A
        step is one operation that another thread could notice.
      </p>
    </SheetDialog>
  );
}

/** A dialog that opens gives the focus to what has this attribute. Not where that would bring up a keyboard on the screen. */
const focusedAtFirst = (field: HTMLElement | null): void => {
  if (matchMedia('(pointer: fine)').matches) field?.setAttribute('autofocus', '');
};

/** All commands; those that the page has now are buttons. Enter in the field does the first that is left. */
function Palette() {
  const [wanted, setWanted] = useState('');
  const session = useThisSession();
  const page = useSession((s) => s.route.page);
  const words = wanted.toLowerCase().split(/\s+/);
  const left = commands.filter(({ name, control }) =>
    words.every((word) => `${name} ${control}`.toLowerCase().includes(word)),
  );
  const canRun = (command: Command): boolean =>
    !command.keys.includes('…') && (command.page === 'any' || command.page === page);
  const run = (command: Command): void => {
    session.actions.showSheet(null);
    command.run(session, '');
  };
  return (
    <>
      <form
        className={css.find}
        onSubmit={(event) => {
          event.preventDefault();
          const first = left.find(canRun);
          if (wanted !== '' && first !== undefined) run(first);
        }}
      >
        <input
          type="search"
          ref={focusedAtFirst}
          aria-label="Find a command"
          placeholder="Find a command; Enter does it"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </form>
      <div className={css.sheet}>
        {groups
          .map((group) => ({ group, of: left.filter((command) => command.group === group) }))
          .filter(({ of }) => of.length > 0)
          .map(({ group, of }) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {of.map((command) => (
                  <div key={command.name} className={css.row}>
                    <dt>
                      {command.keys.map((key) => (
                        <Fragment key={key}>{key === '…' ? ' … ' : <kbd>{key}</kbd>}</Fragment>
                      ))}
                    </dt>
                    <dd>
                      {canRun(command) ? (
                        <button type="button" className={css.command} onClick={() => run(command)}>
                          {command.name}
                        </button>
                      ) : (
                        command.name
                      )}
                      <span className={css.control}>{command.control}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      {left.length === 0 && <p className={css.text}>No command has these words.</p>}
    </>
  );
}
