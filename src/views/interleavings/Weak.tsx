/** What the memory orders of a program allow, where they are weaker than seq_cst, beside what is known of its interleavings. */
import { continuationWords, weakestHere, weakHere, weakOutcomeHere } from '../../session';
import { MemorySwitch } from '../memory/MemorySwitch';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './Interleavings.module.css';
import { noneWeaker, weakWords } from './words';

export function Weak() {
  const { tryWeakMemory, openWeak } = useActions();
  const known = useSession(weakHere);
  const outcome = useSession(weakOutcomeHere);
  if (known === undefined) return null;
  if (known === 'asked') return <p>Trying all executions that the memory orders allow…</p>;
  if (known === 'lost')
    return (
      <div className={css.buttons}>
        <Button onClick={() => void tryWeakMemory()}>Search the memory orders again</Button>
      </div>
    );
  const { fails, answer, lines } = weakWords(known);
  const [failure] = known.failures;
  return (
    <section aria-label="What the memory orders allow" className={css.weak}>
      <p className={cx(css.answer, fails ? css.fails : css.passes)}>
        <Icon name={fails ? 'x' : known.complete ? 'check' : 'wait'} size={13} />
        {answer}
      </p>
      {lines.length > 0 && <p>{lines.join(' ')}</p>}
      {outcome?.exact && <p>{continuationWords(outcome, 'execution')}</p>}
      <div className={css.buttons}>
        {failure !== undefined && (
          <Button onClick={() => openWeak(failure.schedule)}>Step one that fails</Button>
        )}
        <MemorySwitch />
      </div>
      {known.complete && !fails && <WeakestOrders />}
      {failure !== undefined && failure.run.length > 0 && (
        <>
          <p>One that fails:</p>
          <ol>
            {failure.run.map(({ thread, line, text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run that is shown does not change
              <li key={i}>
                <b>{thread}</b>, line {line}: {text}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Which orders of a program that is clean may be weaker. */
function WeakestOrders() {
  const { findWeakest } = useActions();
  const weakest = useSession(weakestHere);
  if (weakest === 'asked') return <p>Trying weaker orders, from the top of the text…</p>;
  if (weakest === null || weakest === 'lost')
    return (
      <div className={css.buttons}>
        <Button onClick={() => void findWeakest()}>
          {weakest === null ? 'May any order be weaker?' : 'Try weaker orders again'}
        </Button>
      </div>
    );
  const { changes } = weakest;
  if (changes.length === 0) return <p>{noneWeaker(weakest)}</p>;
  return (
    <>
      <p>All executions stay right with {changes.length === 1 ? 'this' : 'all of these together'}:</p>
      <ol>
        {changes.map(({ line, from, to }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of an answer does not change
          <li key={i}>
            line {line}: <code>{from}</code> may be <code>{to}</code>
          </li>
        ))}
      </ol>
    </>
  );
}
