/** A person's own programs: a new one, one to begin with, and those that are kept here. */
import { useEffect } from 'react';
import type { SessionState } from '../../session';
import { Dropping } from '../own/Dropping';
import { OpenFile } from '../own/OpenFile';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { useActions, useSession } from '../useSession';
import css from './OwnPrograms.module.css';
import { timeWords } from './time';

export function OwnPrograms() {
  const { listPrograms } = useActions();
  const kept = useSession((s) => s.kept);
  const starters = useSession((s) => s.starters);
  // The browser is asked each time: another tab may have written.
  useEffect(() => listPrograms(), [listPrograms]);
  return (
    <Dropping>
      <div className={css.parts}>
        <New />
        <Starters starters={starters} />
        <Kept kept={kept} />
      </div>
    </Dropping>
  );
}

function New() {
  return (
    <div className={css.fresh}>
      <Sample />
      <div className={css.words}>
        <h2>Your own program</h2>
        <p>
          Write or paste C++20 with threads, locks and atomics. Every order is tried while you type, and the
          simplest run that fails is yours to step through.
        </p>
        <div className={css.buttons}>
          <a className={css.begin} href="#/new">
            <Icon name="code" size={14} />
            Write a program
          </a>
          <OpenFile words="Open a file" />
        </div>
      </div>
    </div>
  );
}

/** A race in three lines. */
function Sample() {
  return (
    <pre className={css.sample} aria-hidden="true">
      <code data-hue="2">
        <Pill thread={2} letter="W" look="next" /> {'int seen = hits;'}
      </code>
      <code data-hue="1">
        <Pill thread={1} letter="B" /> {'hits = seen + 1;'}
      </code>
    </pre>
  );
}

function Starters({ starters }: Pick<SessionState, 'starters'>) {
  return (
    <section className={css.starters} aria-labelledby="starters">
      <h3 id="starters">Start from</h3>
      <ul>
        {starters
          ?.filter(({ hasRight }) => hasRight)
          .map(({ slug, title, sentence }) => (
            <li key={slug}>
              <a href={`#/new/${slug}`} title={sentence}>
                {title}
              </a>
              <p>{sentence}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Kept({ kept }: Pick<SessionState, 'kept'>) {
  const { deleteProgram } = useActions();
  return (
    <section className={css.kept} aria-labelledby="kept">
      <h3 id="kept">Kept in this browser</h3>
      {kept?.length === 0 && <p>Nothing yet. What you write is kept here, and sent nowhere.</p>}
      <ul>
        {kept?.map(({ id, name, time }) => (
          <li key={id}>
            <a href={`#/p/${id}`}>{name}</a>
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
