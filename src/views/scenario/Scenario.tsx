/** One scenario: the story above, threads, code and state side by side, and the line of steps below. Four layouts, by room. */
import { lazy, Suspense } from 'react';
import { chunk } from '../../base/chunk';
import { isOutdated, scenarioOf, summaryById } from '../../session';
import { Status, StatusBar } from '../Notices';
import { useMedia, useRoom } from '../parts/useMedia';
import { Story } from '../story/Story';
import { useSession } from '../useSession';
import { Loading } from './Loading';
import { layouts } from './layouts';
import { Print } from './Print';
import css from './Scenario.module.css';
import { SkipList } from './SkipList';
import { TopBar } from './TopBar';

const Phone = lazy(async () => ({ default: (await chunk(import('./Phone'))).Phone }));

export function Scenario() {
  const scenario = useSession(scenarioOf);
  const room = useRoom();
  const printing = useMedia('print');
  const stale = useSession(isOutdated);
  const summary = useSession(({ route }) =>
    route.page === 'home' ? undefined : summaryById(route.collection),
  );
  if (scenario === undefined) return summary && <Loading summary={summary} />;
  if (printing) return <Print />;
  if (room === 'phone')
    return (
      <Suspense fallback={summary && <Loading summary={summary} />}>
        <Phone scenario={scenario} />
      </Suspense>
    );
  const Layout = layouts[room];
  return (
    <div className={css.page} data-stale={stale || undefined}>
      <SkipList />
      <TopBar scenario={scenario} room={room} />
      <StatusBar />
      <Story />
      <main className={css.main}>
        <Layout />
      </main>
      <Status />
    </div>
  );
}
