/** One scenario. How it is shown depends on the room there is; each way is fetched when it is first wanted. */
import { lazy, Suspense } from 'react';
import { chunk } from '../../base/chunk';
import { modeOf, scenarioOf, summaryById } from '../../session';
import { useMedia, useRoom } from '../parts/useMedia';
import { Handout, Presenter } from '../sheets/lazy';
import { useSession } from '../useSession';
import { Loading } from './Loading';

const Guided = lazy(async () => ({ default: (await chunk(import('../guided/Guided'))).Guided }));
const Explore = lazy(async () => ({ default: (await chunk(import('./Explore'))).Explore }));
const Phone = lazy(async () => ({ default: (await chunk(import('./Phone'))).Phone }));
const Print = lazy(async () => ({ default: (await chunk(import('./Print'))).Print }));

export function Scenario() {
  const scenario = useSession(scenarioOf);
  const room = useRoom();
  const guided = useSession(modeOf) === 'guided';
  const printing = useMedia('print');
  const sheet = useSession((s) => s.sheet);
  const summary = useSession(({ route }) =>
    route.page === 'home' ? undefined : summaryById(route.collection),
  );
  const loading = summary && <Loading summary={summary} />;
  if (scenario === undefined) return loading;
  return (
    <Suspense fallback={loading}>
      {sheet === 'handout' ? (
        <Handout scenario={scenario} />
      ) : printing ? (
        <Print />
      ) : sheet === 'presenter' ? (
        <Presenter />
      ) : guided ? (
        <Guided scenario={scenario} />
      ) : room === 'phone' ? (
        <Phone scenario={scenario} />
      ) : (
        <Explore scenario={scenario} room={room} />
      )}
    </Suspense>
  );
}
