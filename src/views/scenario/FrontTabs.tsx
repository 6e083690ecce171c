/** Code or one of the now panes, where only one of them has room. */
import { useState } from 'react';
import { initialState, isWeak, type NowPane } from '../../session';
import { Code } from '../code/Code';
import { hasFiles } from '../files/history';
import { Tabs, tabpanelProps } from '../parts/Tabs';
import { useActions, useSession } from '../useSession';
import css from './layouts.module.css';
import { Files, Interleavings, Locks, Memory, Objects, Report } from './panes';

export type Front = 'code' | NowPane;

export interface NowTab {
  readonly value: NowPane;
  readonly label: string;
}
const ALL: readonly NowTab[] = [
  { value: 'files', label: 'Files' },
  { value: 'objects', label: 'Objects' },
  { value: 'locks', label: 'Locks' },
  { value: 'memory', label: 'Memory' },
  { value: 'report', label: 'Report' },
  { value: 'interleavings', label: 'Interleavings' },
];

/** Files only where the program has some, memory where a load has a choice. */
export function useNowTabs(): readonly NowTab[] {
  const files = useSession(hasFiles);
  const weak = useSession(isWeak);
  return ALL.filter(({ value }) => (value !== 'files' || files) && (value !== 'memory' || weak));
}

/** Arriving at a defect opens its report in the session, but takes nobody away from the code. */
export function useFront(): readonly [Front, (front: Front) => void] {
  const { showNow } = useActions();
  const nowPane = useSession((s) => s.nowPane);
  // A link that is being opened may name a pane.
  const phase = useSession((s) => s.phase);
  const [coded, setCoded] = useState(phase === 'ready' || nowPane === initialState.nowPane);
  const choose = (front: Front) => {
    setCoded(front === 'code');
    if (front !== 'code') showNow(front);
  };
  return [coded ? 'code' : nowPane, choose];
}

interface FrontTabsProps {
  readonly front: Front;
  readonly onChoose: (front: Front) => void;
}

export function FrontTabs({ front, onChoose }: FrontTabsProps) {
  const tabs = [{ value: 'code', label: 'Code' } as const, ...useNowTabs()];
  return (
    <div className={css.tabbed}>
      <div className={css.bar}>
        <Tabs id="front" label="Panes" value={front} tabs={tabs} onChoose={onChoose} />
      </div>
      <div className={css.tabpanel} {...tabpanelProps('front', front)}>
        <PaneOf pane={front} />
      </div>
    </div>
  );
}

export function PaneOf({ pane }: { readonly pane: Front }) {
  switch (pane) {
    case 'code':
      return <Code />;
    case 'files':
      return <Files />;
    case 'objects':
      return <Objects />;
    case 'locks':
      return <Locks />;
    case 'memory':
      return <Memory />;
    case 'report':
      return <Report />;
    case 'interleavings':
      return <Interleavings />;
  }
}
