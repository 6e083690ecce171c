/** Starts the session: what main.tsx calls once. */
import type { EngineClient } from '../host/client';
import { followAddress } from './address';
import { connectEngine } from './queue';
import { session } from './session';
import { rememberPreferences } from './storage';

/** Opens what the address says; the engine may come later than the first paint. */
export function startSession(engine: Promise<EngineClient>): void {
  rememberPreferences();
  followAddress();
  engine.then(connectEngine, (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    session.setState({ phase: 'failed', pending: false, notice: { level: 'error', text, action: null } });
  });
}
