/** The shell: one page for each route, inside a fence, with what every page has: icons, skip list, live line, notices, help. */
import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { isIdle, type Session, scenarioOf } from '../session';
import './tokens.css';
import './base.css';
import { Help } from './help/Help';
import { Home } from './home/Home';
import { PageFault } from './PageFault';
import { Sprite } from './parts/Icon';
import { listen } from './parts/keys';
import { Scenario } from './scenario/Scenario';
import { SessionProvider, useSession } from './useSession';

export function App({ session }: { readonly session: Session }) {
  return (
    <SessionProvider value={session}>
      <Shell session={session} />
    </SessionProvider>
  );
}

function Shell({ session }: { readonly session: Session }) {
  const theme = useSession((s) => s.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useEffect(() => listen(window, session), [session]);
  useEffect(() => {
    const tell = () => {
      const state = session.store.getState();
      document.documentElement.dataset.idle = String(isIdle(state));
      document.title = titleOf(scenarioOf(state)?.title);
    };
    tell();
    return session.store.subscribe(tell);
  }, [session]);
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
  return route.page === 'home' ? <Home /> : <Scenario key={route.collection} />;
}
