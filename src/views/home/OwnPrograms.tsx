/** A person's own programs, first on the page in one row: a new one, those that are kept here, and what one can begin with, which opens below. */
import { useEffect, useId, useState } from 'react';
import type { SessionState } from '../../session';
import { Dropping } from '../own/Dropping';
import { OpenFile } from '../own/OpenFile';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { findingTitles } from '../parts/findings';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './OwnPrograms.module.css';
import { timeWords } from './time';

export function OwnPrograms() {
  const { listPrograms } = useActions();
  const kept = useSession((s) => s.kept);
  const starters = useSession((s) => s.starters);
  const [open, setOpen] = useState(false);
  const gallery = useId();
  // The browser is asked each time: another tab may have written.
  useEffect(() => listPrograms(), [listPrograms]);
  return (
    <Dropping>
      <div className={css.row}>
        <div className={css.words}>
          <h2>Your own program</h2>
          <p>
            Write or paste C++20 with threads, locks and atomics: every order is tried while you type. What
            you write is kept in this browser, and sent nowhere.
          </p>
        </div>
        <div className={css.buttons}>
          <a className={css.begin} href="#/new">
            <Icon name="code" size={14} />
            Write a program
          </a>
          <OpenFile words="Open a file" />
          <Button aria-expanded={open} aria-controls={gallery} onClick={() => setOpen(!open)}>
            Start from
            <Icon name="chev" size={12} />
          </Button>
        </div>
      </div>
      <div id={gallery} hidden={!open}>
        <Starters starters={starters} />
      </div>
      <Kept kept={kept} />
    </Dropping>
  );
}

/** Each in its wrong form, with what goes wrong in it, and in its right one. */
function Starters({ starters }: Pick<SessionState, 'starters'>) {
  return (
    <ul className={css.starters} aria-label="Starting points">
      {starters
        ?.filter(({ hasRight }) => hasRight)
        .map(({ slug, title, sentence, verdict }) => (
          <li key={slug}>
            <a className={css.name} href={`#/new/${slug}`}>
              {title}
            </a>
            <p>{sentence}</p>
            <div className={css.forms}>
              <Chip tone="fail" icon="x">
                {findingTitles[verdict]}
              </Chip>
              <a href={`#/new/${slug}-right`} aria-label={`${title}, the right form: no order fails`}>
                <Chip tone="pass" icon="check">
                  Right form
                </Chip>
              </a>
            </div>
          </li>
        ))}
    </ul>
  );
}

function Kept({ kept }: Pick<SessionState, 'kept'>) {
  const { deleteProgram } = useActions();
  return (
    <section className={css.kept} aria-labelledby="kept" hidden={kept === null || kept.length === 0}>
      <h3 id="kept">Kept in this browser</h3>
      <ul>
        {kept?.map(({ id, name, time }) => (
          <li key={id}>
            <a className={css.name} href={`#/p/${id}`}>
              {name}
            </a>
            <time dateTime={new Date(time).toISOString()}>{timeWords(time, Date.now())}</time>
            <Button look="ghost" square aria-label={`Delete ${name}`} onClick={() => deleteProgram(id)}>
              <Icon name="bin" size={14} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
