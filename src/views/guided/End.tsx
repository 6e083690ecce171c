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
import { diffLines } from './diff';
import css from './End.module.css';
import { Rows } from './Excerpt';
import { excerptOf } from './excerpt';
import { addedCode } from './words';

/** Lines of a fix that are shown; the whole of it is a click away. */
const MOST = 8;

export function End({ scenario }: { readonly scenario: Scenario }) {
  const { fixIt, openStory, startChallenge, storyBack } = useActions();
  const { variants } = scenario;
  const before = variants.find(({ role }) => role === 'before') ?? variants[0];
  const landed = variants.find(({ role }) => role === 'landed') ?? variants[0];
  const next = nextOf(scenario);
  const rows = useMemo(() => {
    const diff = diffLines(landed.source, before.source);
    return excerptOf(landed.source, new Set(addedCode(diff, landed.source).slice(0, MOST)), diff);
  }, [landed, before]);
  return (
    <section className={css.end} aria-label="Story" tabIndex={-1}>
      <div className={css.told}>
        <p className={css.count}>The end, and what now</p>
        <h2>{scenario.wrong}</h2>
        <p className={css.text}>
          {landed.sentence} {landed.cost !== undefined && `The cost: ${landed.cost}`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className={css.change} aria-label="The fix" tabIndex={0}>
          <Rows rows={rows} />
        </section>
        <p className={css.counts}>
          Before, <Verdict scenario={scenario} variant={before} />. With the fix,{' '}
          <Verdict scenario={scenario} variant={landed} />.
        </p>
        {scenario.hardware ? (
          <OnProcessors hardware={scenario.hardware} />
        ) : (
          <p className={css.measured}>
            <Measured collection={scenario.id} slug={before.slug} />
          </p>
        )}
        <div className={css.nav}>
          <Button look="ghost" onClick={storyBack}>
            Back
          </Button>
          <Button onClick={() => startChallenge(before.slug)}>Break it yourself</Button>
          <Button onClick={() => fixIt(before.slug)}>Fix it yourself</Button>
          <a className={css.next} href={next === null ? '#/' : `#/${next.id}`}>
            {next === null ? 'All bugs' : `Next: ${next.title}`}
          </a>
        </div>
      </div>
      <div className={css.others}>
        <h3>Would something else do?</h3>
        <ul>
          {variants
            .filter((variant) => variant !== before && variant !== landed)
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
