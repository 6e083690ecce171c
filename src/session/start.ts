/** Starts the session: what main.tsx calls once. */
import type { EngineClient, SearchClient } from '../host/client';
import { followAddress } from './address';
import { startComparing } from './comparer';
import { startExploring } from './explorer';
import { fillLibrary } from './library';
import { connectEngine } from './queue';
import { session } from './session';
import { rememberPreferences } from './storage';

export interface Works {
  readonly engine: EngineClient;
  readonly search: SearchClient;
}

/** Opens what the address says; what runs it may come later than the first paint. */
export function startSession(works: Promise<Works>): void {
  rememberPreferences();
  followAddress();
  fillLibrary();
  const connect = ({ engine, search }: Works): void => {
    connectEngine(engine);
    startExploring(engine, search);
    startComparing(engine);
  };
  works.then(connect, (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    session.setState({ phase: 'failed', pending: false, notice: { level: 'error', text, action: null } });
  });
}
