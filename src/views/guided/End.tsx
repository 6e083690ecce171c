/** The end of a story, which is a beginning: what was wrong, the fix as a change, what each smaller fix comes to, and where to go from here. */
import { useMemo } from 'react';
import {
  collectionOf,
  type Hardware,
  keyOf,
  lessons,
  type Scenario,
  type Summary,
  standingOf,
  summaries,
  type Variant,
} from '../../session';
import { Measured } from '../free/Measured';
import { Button } from '../parts/Button';
import { failWords } from '../parts/counts';
import { findingTitles } from '../parts/findings';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './End.module.css';
import { Rows } from './Excerpt';
import { type Ending, endingOf } from './ending';

export function End({ scenario }: { readonly scenario: Scenario }) {
  const { fixIt, openStory, startChallenge, storyBack } = useActions();
  const story = useSession((s) => s.story);
  const ending = useMemo(() => endingOf(scenario, story), [scenario, story]);
  if (ending === undefined) return null;
  const { teller, heading, from, to } = ending;
  const next = nextOf(scenario);
  return (
    <section className={css.end} aria-label="Story" tabIndex={-1}>
      <div className={css.told}>
        <p className={css.count}>
          {teller.role === 'before' ? 'The end, and what now' : `The end of “${teller.title}”, and what now`}
        </p>
        <h2>{heading}</h2>
        {to !== teller && <p className={css.text}>{to.sentence}</p>}
        {to.cost !== undefined && (
          <p className={css.text}>
            <b>The cost:</b> {to.cost}
          </p>
        )}
        <p className={css.counts}>
          {from.title}: <Verdict scenario={scenario} variant={from} />. {to.title}:{' '}
          <Verdict scenario={scenario} variant={to} />.
        </p>
        <Change ending={ending} />
        {scenario.hardware ? (
          <OnProcessors hardware={scenario.hardware} />
        ) : (
          <p className={css.measured}>
            <Measured collection={scenario.id} slug={from.slug} />
          </p>
        )}
        <div className={css.nav}>
          <Button look="ghost" onClick={storyBack}>
            Back
          </Button>
          <Button onClick={() => startChallenge(from.slug)}>Break it yourself</Button>
          <Button onClick={() => fixIt(from.slug)}>Fix it yourself</Button>
          <a className={css.next} href={next === null ? '#/' : `#/${next.id}`}>
            {next === null ? 'All bugs' : `Next: ${next.title}`}
          </a>
        </div>
      </div>
      <div className={css.others}>
        <h3>Would something else do?</h3>
        <ul>
          {scenario.variants
            .filter((variant) => variant !== from && variant !== to)
            .map((variant) => (
              <li key={variant.slug}>
                <b>{variant.title}</b>
                <p>
                  <Verdict scenario={scenario} variant={variant} mark />. {variant.sentence}
                </p>
                <Button look="ghost" onClick={() => openStory(variant.slug)}>
                  Show me<span className="only-read">: {variant.title}</span>
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </section>
  );
}

/** All of it: how much that is stands above, and the column scrolls. */
function Change({ ending: { from, to, rows, added, removed } }: { readonly ending: Ending }) {
  return (
    <figure className={css.change} aria-label="The fix">
      <figcaption>
        From <i>{from.title}</i> to <i>{to.title}</i>: {linesOf(added)} added, {linesOf(removed)} removed
      </figcaption>
      <section aria-label="What changes">
        <Rows rows={rows} />
      </section>
    </figure>
  );
}

const linesOf = (count: number): string => (count === 1 ? '1 line' : `${count || 'no'} lines`);

/** What C++ allows, a processor need not do. */
function OnProcessors({ hardware: { x86, arm, power } }: { readonly hardware: Hardware }) {
  return (
    <section className={css.hardware} aria-label="On real processors">
      <h3>On real processors</h3>
      <dl>
        <dt>x86-64</dt>
        <dd>{x86}</dd>
        <dt>Armv8</dt>
        <dd>{arm}</dd>
        {power && <dt>POWER</dt>}
        {power && <dd>{power}</dd>}
      </dl>
    </section>
  );
}

/** What is to be read after this one, the lessons before the bugs; null behind the last. */
const nextOf = ({ id }: Scenario) => {
  const path: readonly Summary[] = [...lessons, ...summaries];
  return path[path.findIndex((each) => each.id === id) + 1] ?? null;
};

interface VerdictProps {
  readonly scenario: Scenario;
  readonly variant: Variant;
  readonly mark?: boolean;
}

/** By all orders, once they have been counted; until then, what a test holds the variant to. */
function Verdict({ scenario, variant, mark = false }: VerdictProps) {
  const key = keyOf({ collection: scenario.id, slug: variant.slug });
  const document = useSession((s) => collectionOf(s)?.documents.find((each) => each.key === key));
  const standing = useSession((s) => document && standingOf(s, document));
  const { verdict } = variant.expected;
  const fails = verdict !== 'clean';
  const noun = document?.memory === 'rc11' ? 'execution' : 'order';
  const count = standing?.count;
  const words = count?.exact
    ? failWords(count.failing, count.executions, '', `${noun}s`)
    : fails
      ? `an ${noun} fails: ${findingTitles[verdict].toLowerCase()}`
      : `no ${noun} fails`;
  return (
    <span className={fails ? css.fails : css.passes}>
      {mark && (
        <Icon name={fails ? 'x' : 'check'} size={13} style={{ display: 'inline', verticalAlign: '-2px' }} />
      )}{' '}
      {words}
    </span>
  );
}
