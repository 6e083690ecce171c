/** This variant and another one on the same steps: what is the same is dim, the first difference is said, and each goes on by itself. */
import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { StepView, TraceView } from '../../engine';
import { type Comparison, collectionOf, comparedWith, type Document, documentOf } from '../../session';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Empty } from '../parts/Panel';
import { Pill } from '../parts/Pill';
import { useActions, useSession } from '../useSession';
import { align } from './align';
import css from './Compare.module.css';
import { differenceWords, type EndWords, endWords, stoppedWords } from './words';

export function Compare() {
  const all = useSession((s) => collectionOf(s)?.documents);
  const here = useSession(documentOf);
  const there = useSession(comparedWith);
  const comparison = useSession((s) => s.comparison);
  if (!all || !here || !there) return <Empty>There is no other variant to compare with.</Empty>;
  const isMade = comparison?.here === here.origin.slug && comparison.there === there.origin.slug;
  const made = isMade ? comparison : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={css.compare} tabIndex={0} aria-label="Compare">
      <Heads all={all} here={here} there={there} />
      {made?.sides ? (
        <Steps sides={made.sides} />
      ) : (
        <p className={css.words}>
          {made ? 'One of the two could not be run.' : 'Running the same steps there…'}
        </p>
      )}
    </section>
  );
}

interface HeadsProps {
  readonly all: readonly Document[];
  readonly here: Document;
  readonly there: Document;
}

function Heads({ all, here, there }: HeadsProps) {
  const { compareWith } = useActions();
  const others = all.filter((document) => document !== here);
  return (
    <div className={css.heads}>
      <h3>Here: {here.title}</h3>
      <h3>
        There:
        <Menu
          label="Compare with"
          value={there.origin.slug}
          items={others.map(({ origin, title, note }) => ({
            ...{ value: origin.slug, label: title },
            ...(note !== undefined && { note }),
          }))}
          onChoose={compareWith}
          edge="end"
        />
      </h3>
    </div>
  );
}

function Steps({ sides }: { readonly sides: NonNullable<Comparison['sides']> }) {
  const { seek } = useActions();
  const at = useSession((s) => s.at);
  const { here, there } = sides;
  const rows = useMemo(() => align(here.trace.steps, there.trace.steps), [here, there]);
  const parting = rows.findIndex(({ same }) => !same);
  const stopped = stoppedWords(there);
  const mark = useRef<HTMLLIElement>(null);
  // Once for each pair of runs: the steps before it are the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other runs, another place
  useEffect(() => {
    // Newer browsers return a promise, which is no way to clean up.
    mark.current?.scrollIntoView({ block: 'center' });
  }, [sides]);
  return (
    <>
      <ol className={css.steps}>
        {rows.map((row, index) => (
          <Fragment key={`${row.left?.index} ${row.right?.index}`}>
            {index === parting && (
              <li ref={mark} className={css.parting}>
                <b>First difference.</b>{' '}
                {differenceWords(here.trace.steps[parting], there.trace.steps[parting], there.trace.threads)}{' '}
                {stopped}
              </li>
            )}
            <li className={cx(css.row, row.same ? css.same : css.differs)}>
              <Cell step={row.left} trace={here.trace} current={row.left?.index === at} onGo={seek} />
              <Cell step={row.right} trace={there.trace} current={row.same && row.left?.index === at} />
            </li>
          </Fragment>
        ))}
        {parting < 0 && <li className={css.parting}>Both do the same, step by step.</li>}
      </ol>
      <div className={css.ends}>
        <End {...endWords(here)} where="Here" />
        <End {...endWords(there)} where="There" />
      </div>
    </>
  );
}

interface CellProps {
  readonly step: StepView | null;
  readonly trace: TraceView;
  readonly current: boolean;
  readonly onGo?: (at: number) => void;
}

function Cell({ step, trace, current, onGo }: CellProps) {
  if (step === null) return <span className={css.cell} />;
  const thread = trace.threads.find(({ id }) => id === step.thread);
  const words = (
    <>
      <span className={css.number}>{step.index}</span>
      <Pill thread={step.thread} letter={thread?.letter ?? '?'} label={thread?.name ?? 'thread'} small />
      <span className={css.text}>{step.operation.text}</span>
    </>
  );
  const className = cx(css.cell, current && css.current);
  return onGo ? (
    <button
      type="button"
      className={className}
      style={hueStyle(step.thread)}
      aria-current={current ? 'step' : undefined}
      onClick={() => onGo(step.index)}
    >
      {words}
    </button>
  ) : (
    <span className={className} style={hueStyle(step.thread)}>
      {words}
    </span>
  );
}

function End({ tone, text, where }: EndWords & { readonly where: string }) {
  return (
    <p className={cx(tone && css[tone])}>
      {tone && <Icon name={tone === 'fail' ? 'x' : 'check'} size={13} />}
      <span>
        <b>{where}:</b> {text}
      </span>
    </p>
  );
}
