/** What holds for all interleavings of the variant shown: whether one fails, how that is known, and the simplest one that does. */
import { exploreFurther, openSimplest, stopExploring } from '../../session/actions';
import { exploredHere } from '../../session/derive';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Panel } from '../parts/Panel';
import { useSession } from '../useSession';
import css from './Interleavings.module.css';
import { chipOf, mayGoFurther, progressOf, wordsOf } from './words';

export function Interleavings() {
  const explored = useSession(exploredHere);
  const { answer, lines } = wordsOf(explored);
  const simplest = explored?.verdict?.minimal != null;
  const exploring = explored?.phase === 'exploring';
  return (
    <Panel title="Interleavings" aside={<Chip {...chipOf(explored)} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={css.body} tabIndex={0} aria-label="What holds for all interleavings">
        {answer && (
          <p className={cx(css.answer, answer.fails ? css.fails : css.passes)}>
            <Icon name={answer.fails ? 'x' : 'check'} size={13} />
            {answer.text}
          </p>
        )}
        {exploring && explored && <p className={css.counts}>{progressOf(explored)}</p>}
        {lines.length > 0 && <p>{lines.join(' ')}</p>}
        <div className={css.buttons}>
          {simplest && (
            <Button shortcut="N" onClick={openSimplest}>
              Open the simplest failing run
            </Button>
          )}
          {exploring && <Button onClick={stopExploring}>Stop</Button>}
          {explored && mayGoFurther(explored) && <Button onClick={exploreFurther}>Explore further</Button>}
        </div>
        <p className={css.model}>Sequential consistency; weaker memory orders are not modelled.</p>
      </section>
    </Panel>
  );
}
