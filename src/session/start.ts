/** Starts the session of a page: the one that follows the address bar and remembers what its user likes. main.tsx calls it once. */
import { followAddress } from './navigation/address';
import { rememberPreferences } from './preferences';
import type { Connections, Session } from './session';

/** Opens what the address says; what runs it may come later than the first paint. */
export function startSession(session: Session, connections: Promise<Connections>): void {
  const { store, library, navigation } = session;
  rememberPreferences(store);
  followAddress(store, navigation);
  library.fill();
  connections.then(session.connect, (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    store.setState({ phase: 'failed', pending: false, notice: { level: 'error', text, action: null } });
  });
}
