/** The shell: one page for each route, inside a fence, with what every page has: icons, skip list, live line, notices, help. */
import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { isIdle, scenarioOf } from '../session/derive';
import { session } from '../session/session';
import './tokens.css';
import './base.css';
import { Help } from './help/Help';
import { Home } from './home/Home';
import { PageFault } from './PageFault';
import { Sprite } from './parts/Icon';
import { listen } from './parts/keys';
import { Scenario } from './scenario/Scenario';
import { useSession } from './useSession';

export function App() {
  const theme = useSession((s) => s.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useEffect(() => listen(window), []);
  useEffect(() => {
    const tell = () => {
      const state = session.getState();
      document.documentElement.dataset.idle = String(isIdle(state));
      document.title = titleOf(scenarioOf(state)?.title);
    };
    tell();
    return session.subscribe(tell);
  }, []);
  return (
    <>
      <Sprite />
      <ErrorBoundary FallbackComponent={PageFault}>
        <Page />
        <Help />
      </ErrorBoundary>
    </>
  );
}

const titleOf = (scenario: string | undefined) =>
  scenario === undefined ? 'Racecourse' : `${scenario} · Racecourse`;

function Page() {
  const route = useSession((s) => s.route);
  return route.page === 'home' ? <Home /> : <Scenario key={route.scenario} />;
}
