/** The sheet of keys, and what the page does and does not model. */
import { Fragment } from 'react';
import { glossary } from '../../session';
import { type Command, commands } from '../parts/keys';
import { SheetDialog } from '../sheets/SheetDialog';
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
      <div className={css.sheet}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.name} className={css.row}>
                    <dt>
                      {command.keys.map((key) => (
                        <Fragment key={key}>{key === '…' ? ' … ' : <kbd>{key}</kbd>}</Fragment>
                      ))}
                    </dt>
                    <dd>
                      {command.name}
                      <span className={css.control}>{command.control}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
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
