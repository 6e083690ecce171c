/** What C++ allows where a program names weaker memory orders: asked for, and shown beside what is known of its interleavings. */
import { weakHere } from '../../session';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './Interleavings.module.css';
import { weakLines } from './words';

export function Weak() {
  const { tryWeakMemory } = useActions();
  const known = useSession(weakHere);
  if (known === undefined || known === 'lost')
    return (
      <>
        {known === 'lost' && <p>There is no answer: the search stopped.</p>}
        <div className={css.buttons}>
          <Button onClick={() => void tryWeakMemory()}>Try what C++ allows</Button>
        </div>
      </>
    );
  if (known === 'asked') return <p aria-busy="true">Trying all executions that the memory orders allow…</p>;
  const { fails, answer, lines } = weakLines(known);
  return (
    <section aria-label="What C++ allows" className={css.weak}>
      <p className={cx(css.answer, fails ? css.fails : css.passes)}>
        <Icon name={fails ? 'x' : known.complete ? 'check' : 'wait'} size={13} />
        {answer}
      </p>
      {lines.length > 0 && <p>{lines.join(' ')}</p>}
      {known.failures[0]?.run.length > 0 && (
        <ol>
          {known.failures[0].run.map(({ thread, line, text }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run that is shown does not change
            <li key={i}>
              <b>{thread}</b>, line {line}: {text}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
