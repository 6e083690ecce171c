/** The one way a view reads the session: a selector, and a render when its answer changes. */
import { useStore } from 'zustand';
import { session } from '../session/session';
import type { Session } from '../session/state';

export function useSession<T>(selector: (state: Session) => T): T {
  return useStore(session, selector);
}
