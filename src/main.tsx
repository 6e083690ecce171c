/** Starts everything: the page at once, the engine behind it as soon as the page is isolated, or known not to be. */
import { createRoot } from 'react-dom/client';
import { chunk } from './base/chunk';
import { createEngineClient } from './host/engineClient';
import { createSearchClient } from './host/searchClient';
import { ensureIsolated } from './isolation';
import { createSession, startSession } from './session';
import { App } from './views/App';

const session = createSession();
const mock = import.meta.env.DEV ? /^#\/dev\/mock(?:\/(\d+))?/.exec(location.hash) : null;
if (mock === null) {
  startSession(
    session,
    ensureIsolated().then(() => ({
      engine: createEngineClient(),
      search: createSearchClient(),
      free: async () => (await chunk(import('./host/free/freeClient'))).createFreeClient(),
    })),
  );
} else {
  // A picture without an engine: '#/dev/mock/18'.
  void import('./views/fixture').then(({ CRASH, sessionAt }) =>
    session.store.setState(sessionAt(Number(mock[1] ?? CRASH))),
  );
}

createRoot(document.getElementById('root')!).render(<App session={session} />);
