/** The report of a finding: one plain sentence, then the text in the grammar of the sanitizers, and both threads' stacks. */
import { useState } from 'react';
import type { Finding } from '../../engine';
import { findingsAt, shownFinding } from '../../session';
import { Button } from '../parts/Button';
import { findingTitles, reachOf } from '../parts/findings';
import { Icon } from '../parts/Icon';
import { Empty, Panel } from '../parts/Panel';
import { Pill } from '../parts/Pill';
import { Sentence } from '../parts/Sentence';
import { useActions, useSession } from '../useSession';
import { Causes } from './Causes';
import css from './Report.module.css';
import { piecesOf } from './text';

export function Report() {
  const finding = useSession(shownFinding);
  const latest = useSession((s) => findingsAt(s).at(-1) ?? null);
  const shown = finding ?? latest;
  if (shown === null) return <Nothing />;
  return (
    <Panel
      title="Report"
      className={css.failed}
      heading={
        <h2 className={css.title}>
          <Icon name="x" size={14} />
          {findingTitles[shown.kind]}
        </h2>
      }
      sub={
        <>
          step {shown.step}, {reachOf(shown)}
        </>
      }
      aside={<HeaderButtons finding={shown} />}
    >
      <Body key={`${shown.kind} ${shown.step}`} finding={shown} />
    </Panel>
  );
}

function Nothing() {
  const steps = useSession((s) => s.at);
  return (
    <Panel title="Report" aside={<CloseButton />}>
      <Empty>{steps === 0 ? 'No step was taken yet' : `No defect up to step ${steps} of this run`}</Empty>
    </Panel>
  );
}

function CloseButton() {
  const { showFinding, showNow } = useActions();
  return (
    <Button
      look="ghost"
      square
      aria-label="Close report"
      onClick={() => {
        showFinding(null);
        showNow('objects');
      }}
    >
      <Icon name="x" size={14} />
    </Button>
  );
}

function HeaderButtons({ finding }: { readonly finding: Finding }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(finding.report).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className={css.buttons}>
      <Button look="ghost" aria-label={copied ? 'Copied' : 'Copy'} onClick={copy}>
        <Icon name={copied ? 'check' : 'copy'} size={14} />
        <span className={css.word}>{copied ? 'Copied' : 'Copy'}</span>
      </Button>
      <CloseButton />
    </span>
  );
}

function Body({ finding }: { readonly finding: Finding }) {
  const { showFinding } = useActions();
  const findings = useSession(findingsAt);
  const all = useSession((s) => s.findings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={css.body} tabIndex={0} aria-label="Text of the report">
      {findings.length > 1 && (
        <div className={css.several}>
          {findings.map((each) => (
            <button
              key={`${each.kind} ${each.step} ${each.pc}`}
              type="button"
              aria-pressed={each === finding}
              onClick={() => showFinding(all.indexOf(each))}
            >
              {findingTitles[each.kind]}, step {each.step}
            </button>
          ))}
        </div>
      )}
      <p role="alert">
        <Sentence>{finding.sentence}</Sentence>
      </p>
      <Causes finding={finding} />
      <pre>
        {piecesOf(finding.report).map(({ text, strong, key }) => (strong ? <em key={key}>{text}</em> : text))}
      </pre>
      <Stacks finding={finding} />
    </section>
  );
}

/** The places of the finding: frames lead to their step, whose line the code shows. */
function Stacks({ finding }: { readonly finding: Finding }) {
  const { focusThread, showCode, seek } = useActions();
  const threads = useSession((s) => s.trace?.threads);
  const goTo = (step: number | null): void => {
    if (step === null) return;
    focusThread(null);
    showCode('source');
    seek(step);
  };
  return (
    <div className={css.stacks}>
      {finding.places.map((place) => (
        <section key={`${place.role} ${place.thread} ${place.step}`}>
          <h3>
            <Pill
              thread={place.thread}
              letter={threads?.find(({ id }) => id === place.thread)?.letter ?? '?'}
              small
            />
            {place.role} <span>by {place.threadName}</span>
          </h3>
          <ol>
            {place.frames.map((frame, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its depth
              <li key={index}>
                <button type="button" onClick={() => goTo(place.step)} disabled={place.step === null}>
                  <code>{frame.function}</code> :{frame.line}
                  {index === 0 && place.step !== null && <span> step {place.step}</span>}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
