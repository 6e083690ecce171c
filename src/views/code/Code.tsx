/** The file that runs, with all threads in it. The editor comes as a chunk of its own; until then the same lines stand there as text. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { chunk } from '../../base/chunk';
import {
  type CodePane,
  collectionOf,
  comparedWith,
  documentOf,
  findingsAt,
  isBehindText,
  isOwn,
  type SessionState,
  scenarioOf,
  shownFinding,
} from '../../session';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Coming } from '../parts/lazyPane';
import { Panel } from '../parts/Panel';
import { Pill } from '../parts/Pill';
import { Tabs, tabpanelProps } from '../parts/Tabs';
import { useMedia } from '../parts/useMedia';
import { useActions, useSession } from '../useSession';
import css from './Code.module.css';
import { fixOf, type Other, ownOther } from './diff';
import type { EditorProps } from './Editor';
import { Listing } from './Listing';
import { type Marks, marksOf, type OffScreen, offScreen } from './marks';

const Editor = lazy(() => chunk(import('./Editor')));
const TextEditor = lazy(() => chunk(import('./TextEditor')));
const StoryText = lazy(async () => ({ default: (await chunk(import('../story/StoryText'))).StoryText }));
const Free = lazy(async () => ({ default: (await chunk(import('../free/Free'))).Free }));
const Compare = lazy(async () => ({ default: (await chunk(import('../compare/Compare'))).Compare }));

interface Tab {
  readonly value: CodePane;
  readonly label: string;
}
const source: Tab = { value: 'source', label: 'Source' };
const compare: Tab = { value: 'compare', label: 'Compare' };
const free: Tab = { value: 'free', label: 'Run free' };
const told = [
  source,
  { value: 'diff', label: 'Diff with the fix' },
  compare,
  free,
  { value: 'story', label: 'Story' },
] as const;
const alone = [source, free] as const;
const ownPair = [source, { value: 'diff', label: 'Diff' }, compare, free] as const;

/** A story only where one is told, and nothing to compare where there is one document. */
function tabsOf(s: SessionState): readonly Tab[] {
  if (!isOwn(s)) return told;
  return (collectionOf(s)?.documents.length ?? 0) > 1 ? ownPair : alone;
}

export function Code() {
  const { showCode } = useActions();
  const pane = useSession((s) => tabsOf(s).find(({ value }) => value === s.codePane)?.value ?? 'source');
  const tabs = useSession(tabsOf);
  const file = useSession((s) => documentOf(s)?.file);
  const source = useSession((s) => documentOf(s)?.source ?? '');
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
      return (
        <Suspense fallback={<Coming />}>
          <StoryText />
        </Suspense>
      );
    case 'free':
      return (
        <Suspense fallback={<Coming />}>
          <Free />
        </Suspense>
      );
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

interface SourceProps {
  readonly source: string;
  readonly diff: boolean;
  /** Not to be written in, whoever's it is. */
  readonly reading?: boolean;
}

export function Source({ source, diff, reading = false }: SourceProps) {
  const own = useSession(isOwn) && !diff && !reading;
  const marks = useMarks(own ? null : source);
  const threads = useSession(threadsOf);
  const printing = useMedia('print');
  const [visible, setVisible] = useState<readonly [number, number] | null>(null);
  const [wanted, setWanted] = useState<EditorProps['wanted']>(null);
  const other = useOther(diff);
  const behind = useSession(isBehindText);
  const off = visible && threads && !behind ? offScreen(threads, visible) : null;
  const listing = <Listing source={source} marks={marks} />;
  if (printing) return <div className={cx(css.source, css.printed)}>{listing}</div>;
  return (
    <div className={css.source}>
      <Suspense fallback={listing}>
        {own ? (
          <Own {...{ source, marks, wanted }} onVisible={setVisible} />
        ) : (
          <Editor {...{ source, other, marks, wanted }} onVisible={setVisible} />
        )}
      </Suspense>
      {off && <Edge side="above" threads={off.above} onGo={(line) => setWanted({ line })} />}
      {off && <Edge side="below" threads={off.below} onGo={(line) => setWanted({ line })} />}
    </div>
  );
}

/** What the text is compared with: of a scenario its fix. */
function useOther(diff: boolean): Other | null {
  const scenario = useSession(scenarioOf);
  const here = useSession(documentOf);
  const there = useSession(comparedWith);
  const source = there?.source;
  return useMemo(() => {
    if (!diff || here === undefined) return null;
    if (scenario !== undefined) return fixOf(scenario, here.origin.slug);
    return source === undefined ? null : ownOther(here, source);
  }, [diff, scenario, here, source]);
}

function Own(props: Pick<EditorProps, 'source' | 'marks' | 'wanted' | 'onVisible'>) {
  const { editText } = useActions();
  const diagnostics = useSession((s) => s.diagnostics);
  const current = !useSession(isBehindText);
  const exercise = useSession((s) => documentOf(s)?.exercise !== undefined);
  return <TextEditor {...props} {...{ diagnostics, current, exercise }} onChange={editText} />;
}

const none: SessionState['diagnostics'] = [];

/** With `source`, what the compiler says of it too. */
function useMarks(source: string | null): Marks {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const findings = useSession(findingsAt);
  const shown = useSession(shownFinding);
  const focus = useSession((s) => s.focus);
  const diagnostics = useSession((s) => (source === null ? none : s.diagnostics));
  return useMemo(
    () => marksOf({ snapshot, trace, at, findings, shown, focus, diagnostics, source: source ?? '' }),
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
