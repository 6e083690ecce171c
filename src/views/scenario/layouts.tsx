/** Where the panes stand when there is room for more than one. */
import type { ReactNode } from 'react';
import { isWeak, shownFinding } from '../../session';
import { Code } from '../code/Code';
import { hasFiles } from '../files/history';
import { Split } from '../parts/Split';
import { Tabs, tabpanelProps } from '../parts/Tabs';
import { Score } from '../score/Score';
import { Threads } from '../threads/Threads';
import { Transport } from '../transport/Transport';
import { useActions, useSession } from '../useSession';
import { FrontTabs, type NowTab, PaneOf, useFront, useNowTabs } from './FrontTabs';
import css from './layouts.module.css';
import { Files, Interleavings, Locks, Objects, Report } from './panes';

/** Threads, code, and all that is now, side by side. */
function Wide() {
  return (
    <AboveScore>
      <Split
        name="columns"
        direction="horizontal"
        panes={[
          { id: 'threads', size: 236, min: 180 },
          { id: 'code', min: 360 },
          { id: 'now', size: 660, min: 420 },
        ]}
      >
        <Threads />
        <Code />
        <Now />
      </Split>
    </AboveScore>
  );
}

/** Of report and interleavings, which stand side by side. */
const LOWER = 200;

/** Files take the top row; what stands there else becomes tabs. */
function Now() {
  return useSession(hasFiles) ? <NowWithFiles /> : <NowWithoutFiles />;
}

function NowWithFiles() {
  const tabs = useNowTabs().filter(({ value }) => value !== 'files' && value !== 'interleavings');
  return (
    <Split
      name="now-files"
      direction="vertical"
      panes={[
        { id: 'files', size: 250, min: 120 },
        { id: 'below', min: 120 },
      ]}
    >
      <Files />
      <Split
        name="below-files"
        direction="horizontal"
        panes={[
          { id: 'tabs', size: 400, min: 200 },
          { id: 'interleavings', min: 160 },
        ]}
      >
        <NowTabs tabs={tabs} />
        <Interleavings />
      </Split>
    </Split>
  );
}

const memoryOrObjects: readonly NowTab[] = [
  { value: 'memory', label: 'Memory' },
  { value: 'objects', label: 'Objects' },
];

/** The report opens beneath the objects, and takes no room until then. */
function NowWithoutFiles() {
  const report = useSession((s) => shownFinding(s) !== null);
  const weak = useSession(isWeak);
  return (
    <Split
      name="now"
      direction="horizontal"
      panes={[
        { id: 'objects', size: 400, min: 200 },
        { id: 'locks', min: 160 },
      ]}
    >
      <Split
        name={report ? 'report' : 'no report'}
        direction="vertical"
        panes={[{ id: 'state', min: 120 }, ...(report ? [{ id: 'report', size: LOWER, min: 80 }] : [])]}
      >
        {weak ? <NowTabs tabs={memoryOrObjects} /> : <Objects />}
        {report && <Report />}
      </Split>
      <Split
        name="locks"
        direction="vertical"
        panes={[
          { id: 'waits', min: 100 },
          { id: 'interleavings', size: LOWER, min: 80 },
        ]}
      >
        <Locks />
        <Interleavings />
      </Split>
    </Split>
  );
}

/** As the wide one, with the panes of the right column as tabs. */
function Medium() {
  const tabs = useNowTabs();
  return (
    <AboveScore>
      <Split
        name="columns-medium"
        direction="horizontal"
        panes={[
          { id: 'threads', size: 216, min: 170 },
          { id: 'code', min: 320 },
          { id: 'now', size: 400, min: 280 },
        ]}
      >
        <Threads />
        <Code />
        <NowTabs tabs={tabs} />
      </Split>
    </AboveScore>
  );
}

interface NowTabsProps {
  readonly tabs: readonly NowTab[];
}

/** The pane asked for, where it is among the tabs; else the first. */
function NowTabs({ tabs }: NowTabsProps) {
  const { showNow } = useActions();
  const asked = useSession((s) => s.nowPane);
  const pane = tabs.some(({ value }) => value === asked) ? asked : tabs[0].value;
  return (
    <div className={css.tabbed}>
      <div className={css.bar}>
        <Tabs id="now" label="Now" value={pane} tabs={tabs} onChoose={showNow} />
      </div>
      <div className={css.tabpanel} {...tabpanelProps('now', pane)}>
        <PaneOf pane={pane} />
      </div>
    </div>
  );
}

/** Threads in a row, and everything else as tabs beneath. */
function Narrow() {
  const [front, choose] = useFront();
  return (
    <AboveScore>
      <div className={css.stack}>
        <Threads row />
        <FrontTabs front={front} onChoose={choose} />
      </div>
    </AboveScore>
  );
}

function AboveScore({ children }: { readonly children: ReactNode }) {
  return (
    <Split
      name="score"
      direction="vertical"
      panes={[
        { id: 'work', min: 200 },
        { id: 'run', size: 351, min: 150 },
      ]}
    >
      {children}
      <div className={css.run}>
        <Transport />
        <div className={css.score}>
          <Score />
        </div>
      </div>
    </Split>
  );
}

export const layouts = { wide: Wide, medium: Medium, narrow: Narrow };
