/** The shell: one page for each route, inside a fence, with what every page has: icons, skip list, live line, notices, help. */
import { lazy, Suspense, useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { chunk } from '../base/chunk';
import { collectionOf, isIdle, isOwn, type Session } from '../session';
import './tokens.css';
import './base.css';
import { isEmbedded } from './embed/message';
import { PageFault } from './PageFault';
import { Sprite } from './parts/Icon';
import { listen } from './parts/keyboard';
import { Coming } from './parts/lazyPane';
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
      document.title = titleOf(state.label.title || collectionOf(state)?.title);
    };
    tell();
    return session.store.subscribe(tell);
  }, [session]);
  return (
    <>
      <Sprite />
      <ErrorBoundary FallbackComponent={PageFault}>
        <Page />
        <Over />
      </ErrorBoundary>
    </>
  );
}

const titleOf = (program: string | undefined) =>
  program === undefined ? 'Racecourse' : `${program} · Racecourse`;

const Home = lazy(async () => ({ default: (await chunk(import('./home/Home'))).Home }));
const Embed = lazy(async () => ({ default: (await chunk(import('./embed/Embed'))).Embed }));
const Own = lazy(async () => ({ default: (await chunk(import('./own/Own'))).Own }));

const Sheets = lazy(async () => ({ default: (await chunk(import('./sheets/Sheets'))).Sheets }));

/** What is opened over the page. */
function Over() {
  const open = useSession(({ sheet }) => sheet !== null && sheet !== 'presenter' && sheet !== 'handout');
  return (
    open && (
      <Suspense fallback={<Coming />}>
        <Sheets />
      </Suspense>
    )
  );
}

const embedded = isEmbedded(location.search);

function Page() {
  const route = useSession((s) => s.route);
  const own = useSession(isOwn);
  return (
    <Suspense fallback={<Coming />}>
      {route.page === 'home' ? (
        <Home />
      ) : embedded ? (
        <Embed />
      ) : own ? (
        <Own />
      ) : (
        <Scenario key={route.collection} />
      )}
    </Suspense>
  );
}
