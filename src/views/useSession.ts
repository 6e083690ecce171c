/** The one way a view reads the session it is in, by a selector, with a render when its answer changes; and the one way it acts on it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Actions, Session, SessionState } from '../session';

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The session of the page, or of the part of it, that this view is in. */
export function useThisSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a view outside of a session');
  return session;
}

export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(useThisSession().store, selector);
}

/** The same functions for as long as the session lives. */
export const useActions = (): Actions => useThisSession().actions;
