/** The lessons for who is new to threads, or to memory orders: one idea each, in the order in which they are to be read, with how far one has come. */
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { keyOf, type Ladder as LadderSummary, ladders, type SessionState, type Summary } from '../../session';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './Ladder.module.css';

export function Ladders() {
  return ladders.map((ladder, index) => (
    <Ladder key={ladder.title} ladder={ladder}>
      {index === 0 && <Progress />}
    </Ladder>
  ));
}

interface LadderProps {
  readonly ladder: LadderSummary;
  /** Beside the title. */
  readonly children: ReactNode;
}

function Ladder({ ladder: { title, sentence, lessons }, children }: LadderProps) {
  const read = useSession((s) => s.read);
  const best = useSession((s) => s.best);
  const done = lessons.filter((lesson) => partsRead(lesson, read) === lesson.parts).length;
  return (
    <section className={css.ladder} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span>{[sentence, `${done} of ${lessons.length} lessons read`].filter(Boolean).join(' ')}</span>
        {children}
      </header>
      <ol style={{ '--half': Math.ceil(lessons.length / 2) } as CSSProperties}>
        {lessons.map((lesson, index) => {
          const parts = partsRead(lesson, read);
          const solved = best[keyOf(beginningOf(lesson))] !== undefined;
          return (
            <li key={lesson.id} className={cx(parts === lesson.parts && css.read)}>
              <span className={css.number} aria-hidden="true">
                {parts === lesson.parts ? <Icon name="check" size={13} /> : index + 1}
              </span>
              <div>
                <a href={`#/${lesson.id}`}>{lesson.title}</a>
                <p>{lesson.sentence}</p>
                {(parts > 0 || solved) && (
                  <span className={css.far}>{farWords(parts, lesson.parts ?? 0, solved)}</span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Of the lessons and the bugs: kept in this browser, and taken to another one as a file. */
function Progress() {
  const { openProgress, saveProgress } = useActions();
  const any = useSession((s) => Object.keys(s.read).length + Object.keys(s.best).length > 0);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={css.progress}>
      {any && (
        <Button look="ghost" onClick={saveProgress}>
          Save progress
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Saved progress"
        accept=".json,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void file.slice(0, MOST_BYTES).text().then(openProgress);
          target.value = '';
        }}
      />
      <Button look="ghost" onClick={() => input.current?.click()}>
        Open progress
      </Button>
    </div>
  );
}

/** Larger files are something else. */
const MOST_BYTES = 100_000;

const beginningOf = ({ id, variants }: Summary) => ({ collection: id, slug: variants[0].slug });

const partsRead = (lesson: Summary, read: SessionState['read']): number =>
  Math.min((read[keyOf(beginningOf(lesson))] ?? -1) + 1, lesson.parts ?? 0);

const farWords = (parts: number, all: number, solved: boolean): string =>
  [parts > 0 ? `${parts} of ${all} read` : '', solved ? 'broken by you' : ''].filter(Boolean).join(', ');
