/** The file that runs, with all threads in it. The editor comes as a chunk of its own; until then the same lines stand there as text. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { chunk } from '../../base/chunk';
import {
  type CodePane,
  findingsAt,
  type SessionState,
  scenarioOf,
  shownFinding,
  variantOf,
} from '../../session';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Coming } from '../parts/lazyPane';
import { Panel } from '../parts/Panel';
import { Pill } from '../parts/Pill';
import { Tabs, tabpanelProps } from '../parts/Tabs';
import { useMedia } from '../parts/useMedia';
import { StoryText } from '../story/StoryText';
import { useActions, useSession } from '../useSession';
import css from './Code.module.css';
import { fixOf } from './diff';
import type { EditorProps } from './Editor';
import { Listing } from './Listing';
import { type Marks, marksOf, type OffScreen, offScreen } from './marks';

const Editor = lazy(() => chunk(import('./Editor')));
const Compare = lazy(async () => ({ default: (await chunk(import('../compare/Compare'))).Compare }));

const tabs: readonly { readonly value: CodePane; readonly label: string }[] = [
  { value: 'source', label: 'Source' },
  { value: 'diff', label: 'Diff with the fix' },
  { value: 'compare', label: 'Compare' },
  { value: 'story', label: 'Story' },
];

export function Code() {
  const { showCode } = useActions();
  const pane = useSession((s) => s.codePane);
  const file = useSession((s) => variantOf(s)?.file);
  const source = useSession((s) => variantOf(s)?.source ?? '');
  const lines = source.trimEnd().split('\n').length;
  return (
    <Panel
      title="Code"
      heading={
        <>
          <h2 className="only-read">Code</h2>
          <Tabs id="code" label="Code" value={pane} tabs={tabs} onChoose={showCode} />
        </>
      }
      aside={
        <>
          <code>{file}</code>
          <span className={css.size}>{lines} lines</span>
        </>
      }
    >
      <div className={css.pane} {...tabpanelProps('code', pane)}>
        <PaneOf pane={pane} source={source} />
      </div>
    </Panel>
  );
}

function PaneOf({ pane, source }: { readonly pane: CodePane; readonly source: string }) {
  switch (pane) {
    case 'story':
      return <StoryText />;
    case 'compare':
      return (
        <Suspense fallback={<Coming />}>
          <Compare />
        </Suspense>
      );
    default:
      return <Source source={source} diff={pane === 'diff'} />;
  }
}

const threadsOf = (s: SessionState) => s.snapshot?.threads;

function Source({ source, diff }: { readonly source: string; readonly diff: boolean }) {
  const marks = useMarks(source);
  const scenario = useSession(scenarioOf);
  const slug = useSession((s) => variantOf(s)?.slug);
  const threads = useSession(threadsOf);
  const printing = useMedia('print');
  const [visible, setVisible] = useState<readonly [number, number] | null>(null);
  const [wanted, setWanted] = useState<EditorProps['wanted']>(null);
  const other = diff && scenario && slug ? fixOf(scenario, slug) : null;
  const off = visible && threads ? offScreen(threads, visible) : null;
  const listing = <Listing source={source} marks={marks} />;
  if (printing) return <div className={cx(css.source, css.printed)}>{listing}</div>;
  return (
    <div className={css.source}>
      <Suspense fallback={listing}>
        <Editor source={source} other={other} marks={marks} wanted={wanted} onVisible={setVisible} />
      </Suspense>
      {off && <Edge side="above" threads={off.above} onGo={(line) => setWanted({ line })} />}
      {off && <Edge side="below" threads={off.below} onGo={(line) => setWanted({ line })} />}
    </div>
  );
}

function useMarks(source: string): Marks {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const findings = useSession(findingsAt);
  const shown = useSession(shownFinding);
  const focus = useSession((s) => s.focus);
  const diagnostics = useSession((s) => s.diagnostics);
  return useMemo(
    () => marksOf({ snapshot, trace, at, findings, shown, focus, diagnostics, source }),
    [snapshot, trace, at, findings, shown, focus, diagnostics, source],
  );
}

interface EdgeProps {
  readonly side: 'above' | 'below';
  readonly threads: readonly OffScreen[];
  readonly onGo: (line: number) => void;
}

/** Threads that execute next out of sight: a click goes there. */
function Edge({ side, threads, onGo }: EdgeProps) {
  if (threads.length === 0) return null;
  return (
    <div className={css.edge} data-side={side}>
      {threads.map(({ thread, letter, line }) => (
        <button key={thread} type="button" aria-label={`next: line ${line}`} onClick={() => onGo(line)}>
          <span>
            <Pill thread={thread} letter={letter} look="next" small />
            <span className={css.words}>next: line</span> {line}
            <Icon name="chev" size={12} style={side === 'above' ? { transform: 'rotate(180deg)' } : {}} />
          </span>
        </button>
      ))}
    </div>
  );
}
