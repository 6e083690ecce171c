/** Why? The causes of a finding as a list to walk along: each leads all views to its step. */
import { useEffect, useId, useRef } from 'react';
import type { Finding } from '../../engine';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { useActions, useSession } from '../useSession';
import css from './Causes.module.css';

export function Causes({ finding }: { readonly finding: Finding }) {
  const { nextCause, showCause } = useActions();
  const { causes } = finding;
  const heading = useId();
  const index = useSession((s) => s.findings.indexOf(finding));
  const current = useSession((s) => (s.finding === index ? s.cause : null));
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current !== null) list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (causes.length < 2 || index < 0) return null;
  return (
    <section className={css.causes} aria-labelledby={heading}>
      <div className={css.head}>
        <h3 id={heading}>
          Why? <span>{causes.length} causes</span>
        </h3>
        <Button
          square
          aria-label="Previous cause"
          shortcut="["
          off={current === 0}
          onClick={() => nextCause(-1)}
        >
          <Icon name="prev" size={14} />
        </Button>
        <Button
          square
          aria-label="Next cause"
          shortcut="]"
          off={current === causes.length - 1}
          onClick={() => nextCause(1)}
        >
          <Icon name="next" size={14} />
        </Button>
      </div>
      <ol ref={list}>
        {causes.map(({ step, text }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cause is its number
          <li key={number}>
            <button
              type="button"
              aria-current={number === current ? 'step' : undefined}
              className={cx(number === current && css.current)}
              onClick={() => showCause(index, number)}
            >
              <b className={css.number}>{number + 1}</b>
              <span>
                <Sentence>{text}</Sentence>
              </span>
              <span className={css.where}>step {step}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="only-read" aria-live="polite">
        {current !== null && `Cause ${current + 1} of ${causes.length}: ${causes[current].text}`}
      </p>
    </section>
  );
}
