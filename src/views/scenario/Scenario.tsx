/** One scenario. How it is shown depends on the room there is; each way is fetched when it is first wanted. */
import { lazy, Suspense, useEffect } from 'react';
import { chunk } from '../../base/chunk';
import { modeOf, scenarioOf, summaryById } from '../../session';
import { useMedia, useRoom } from '../parts/useMedia';
import { Handout, Presenter } from '../sheets/lazy';
import { useSession } from '../useSession';
import { Loading } from './Loading';

const Guided = lazy(async () => ({ default: (await chunk(import('../guided/Guided'))).Guided }));
const fetchExplore = () => chunk(import('./Explore'));
const fetchPhone = () => chunk(import('./Phone'));
const Explore = lazy(async () => ({ default: (await fetchExplore()).Explore }));
const Phone = lazy(async () => ({ default: (await fetchPhone()).Phone }));
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
  // Who steps off the story has every pane at once.
  const told = guided && scenario !== undefined;
  useEffect(() => {
    if (told) (room === 'phone' ? fetchPhone() : fetchExplore()).catch(() => {});
  }, [told, room]);
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
