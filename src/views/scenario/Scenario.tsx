/** One scenario. How it is shown depends on the room there is; each way is fetched when it is first wanted. */
import { lazy, Suspense, useEffect } from 'react';
import { chunk } from '../../base/chunk';
import { modeOf, scenarioOf, summaryById, whenIdle } from '../../session';
import { useMedia, useRoom } from '../parts/useMedia';
import { Handout, Presenter } from '../sheets/lazy';
import { useSession } from '../useSession';
import { Loading } from './Loading';

const fetchGuided = () => chunk(import('../guided/Guided'));
const fetchExplore = () => chunk(import('./Explore'));
const fetchPhone = () => chunk(import('./Phone'));
const Guided = lazy(async () => ({ default: (await fetchGuided()).Guided }));
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
  const known = scenario !== undefined;
  useEffect(() => {
    const fetchPanes = room === 'phone' ? fetchPhone : fetchExplore;
    const ahead = (fetched: () => Promise<unknown>): unknown => fetched().catch(() => {});
    // What will be shown comes beside the scenario, not behind it; and who then steps off the story has every pane at once.
    if (!known) ahead(guided ? fetchGuided : fetchPanes);
    else if (guided) whenIdle(() => ahead(fetchPanes));
  }, [known, guided, room]);
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
