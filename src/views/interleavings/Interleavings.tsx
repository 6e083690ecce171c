/** What holds for all interleavings of the variant shown: how many fail, how that is known, all of them in a picture, and ways into it. */
import { useMemo, useRef, useState } from 'react';
import {
  consistentExecutions,
  documentOf,
  type Explored,
  exploredHere,
  isHiddenExercise,
  isKnownToFail,
  isOpenChallenge,
  isUnderWay,
  locatedExecution,
  metExecutions,
} from '../../session';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Panel } from '../parts/Panel';
import { useSize } from '../score/useSize';
import { useActions, useSession } from '../useSession';
import { Icicle } from './Icicle';
import css from './Interleavings.module.css';
import { branchesOf, icicleOf } from './layout';
import { RunsTable } from './RunsTable';
import { Weak } from './Weak';
import {
  chipOf,
  fewestOf,
  mayGoFurther,
  metWords,
  progressOf,
  scAlone,
  sharesOf,
  whereWords,
  wordsOf,
} from './words';

export function Interleavings() {
  return useSession(isOpenChallenge) ? <Secret /> : <Known />;
}

function Secret() {
  const exercise = useSession(isHiddenExercise);
  return (
    <Panel
      title="Interleavings"
      aside={
        <Chip tone="done" icon="flag">
          hidden
        </Chip>
      }
    >
      <section className={css.body} aria-label="What holds for all interleavings">
        <p>
          {exercise
            ? 'The maker of this exercise wants you to find out. What the search knows is shown once your answer is accepted.'
            : 'Hidden during a challenge. What the search knows is shown once you have broken the program, or said that it cannot fail.'}
        </p>
      </section>
    </Panel>
  );
}

function Known() {
  const { exploreFurther, openFailing, showHint, stopExploring } = useActions();
  const explored = useSession(exploredHere);
  const body = useRef<HTMLElement>(null);
  const { height } = useSize(body);
  const drawn = (explored?.verdict?.executions?.length ?? 0) > 0;
  const compiles = useSession((s) => s.diagnostics.length === 0);
  const known = useSession(isKnownToFail);
  const weak = useSession((s) => documentOf(s)?.memory === 'rc11');
  const source = useSession((s) => documentOf(s)?.source ?? '');
  const { answer, lines } = wordsOf(explored, compiles);
  const exploring = explored?.phase === 'exploring';
  return (
    <Panel title="Interleavings" aside={<Chip {...chipOf(explored)} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section ref={body} className={css.body} tabIndex={0} aria-label="What holds for all interleavings">
        {weak && <Weak />}
        {weak && <h3 className={css.model}>Where every atomic is sequentially consistent</h3>}
        {drawn && explored && <Picture explored={explored} room={height} />}
        {!drawn && explored && <Shares explored={explored} />}
        {exploring && explored && <p className={css.counts}>{progressOf(explored)}</p>}
        <div className={css.buttons}>
          {known && (
            <Button shortcut="N" onClick={() => openFailing()}>
              Next failing run
            </Button>
          )}
          {drawn && (
            <Button shortcut="H" onClick={() => void showHint()}>
              Hint
            </Button>
          )}
          {isUnderWay(explored) && <Button onClick={stopExploring}>Stop</Button>}
          {explored && mayGoFurther(explored) && <Button onClick={exploreFurther}>Explore further</Button>}
        </div>
        {answer && (
          <p className={cx(css.answer, answer.fails ? css.fails : css.passes)}>
            <Icon name={answer.fails ? 'x' : 'check'} size={13} />
            {answer.text}
          </p>
        )}
        {lines.length > 0 && <p>{lines.join(' ')}</p>}
        {!weak && compiles && <p className={css.model}>{scAlone(source)}</p>}
      </section>
    </Panel>
  );
}

/** px beside the icicle: two lines of words and the buttons; the rest of the pane is there to scroll to. */
const BESIDE = 84;
const MIN_HEIGHT = 56;
const MAX_HEIGHT = 260;

/** How many fail; while they are counted, that they are. */
function Shares({ explored }: Pick<PictureProps, 'explored'>) {
  const shares = sharesOf(explored);
  if (shares === '') return null;
  return (
    <p className={css.shares}>
      <b>{shares}</b>
      <span title="A preemption: the scheduler switches away from a thread that could continue.">
        {fewestOf(explored.verdict)}
      </span>
    </p>
  );
}

interface PictureProps {
  readonly explored: Explored;
  /** px: the height of the pane. */
  readonly room: number;
}

function Picture({ explored, room }: PictureProps) {
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const executions = explored.verdict?.executions ?? [];
  const threads = useSession((s) => s.trace?.threads) ?? [];
  const source = useSession((s) => documentOf(s)?.source ?? '');
  const left = useSession(consistentExecutions);
  const run = useSession(locatedExecution);
  const met = useSession(metExecutions);
  const tree = useMemo(() => branchesOf(executions), [executions]);
  const failing = useMemo(() => executions.map(({ kind }) => kind !== null), [executions]);
  const icicle = useMemo(() => icicleOf(tree, failing, Math.max(width, 40)), [tree, failing, width]);
  const lines = useMemo(() => source.split('\n'), [source]);
  const places = useMemo(() => new Map(icicle.order.map((index, place) => [index, place])), [icicle]);
  const placeOf = (index: number): number => places.get(index) ?? -1;
  const own = run === null ? null : placeOf(run);
  return (
    <>
      <Shares explored={explored} />
      <div ref={box} className={css.picture}>
        {asTable ? (
          <RunsTable {...{ executions, threads, own }} order={icicle.order} />
        ) : (
          width > 0 && (
            <Icicle
              {...{ icicle, executions, threads, own, met }}
              left={(left ?? []).map(placeOf).sort((a, b) => a - b)}
              source={lines}
              height={Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, room - BESIDE))}
            />
          )
        )}
      </div>
      <p className={css.where}>
        <span>{whereWords(explored, left, own)}</span>
        <button
          type="button"
          className={css.toggle}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Table
        </button>
      </p>
      {met.size > 0 && <p>{metWords(met.size, executions.length)}</p>}
    </>
  );
}
