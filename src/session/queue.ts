/**
 * How requests reach the engine: one at a time, in order, each decided on the state that the one before left. A request that opens
 * another source makes all older ones stale: they are dropped, and so is an answer that comes too late.
 */
import { type EngineClient, EngineError } from '../host/client';
import { reopen } from './run';
import { initialSession, session } from './session';
import type { Session } from './state';

/** Asks the engine and says what of the session changes; null when there is nothing to do. */
export type Request = (state: Session, engine: EngineClient) => Promise<Partial<Session> | null>;
/** open: makes everything before it stale. seek: of several that wait only the last one counts. */
type RequestKind = 'open' | 'seek' | 'step';

interface Queued {
  readonly kind: RequestKind;
  readonly request: Request;
  readonly done: (taken: boolean) => void;
}

let engine: EngineClient | null = null;
let queue: Queued[] = [];
let busy = false;
/** Counts the opens: a request of an earlier one is stale. */
let era = 0;

/** Plugs the engine in and sends what was asked before it was there. */
export function connectEngine(client: EngineClient): void {
  engine = client;
  session.setState({ threads: client.threads });
  void drain();
}

/**
 * Queues a request; `patch` is what changes at once. Resolves when it is over: true if the engine's answer was taken, false if there
 * was none, or it failed, or it came too late.
 */
export function ask(kind: RequestKind, request: Request, patch: Partial<Session> = {}): Promise<boolean> {
  const last = queue.at(-1);
  if (kind === 'open') dropAll();
  else if (kind === 'seek' && last?.kind === 'seek') {
    queue.pop();
    last.done(false);
  }
  session.setState({ ...patch, pending: true });
  return new Promise((done) => {
    queue.push({ kind, request, done });
    void drain();
  });
}

/** Forgets what was asked and not yet answered: the user went somewhere else. */
export function dropAll(): void {
  era++;
  for (const { done } of queue) done(false);
  queue = [];
}

async function drain(): Promise<void> {
  if (busy || engine === null) return;
  busy = true;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const asked = era;
    let patch: Partial<Session> | null;
    let taken = false;
    try {
      patch = await next.request(session.getState(), engine);
      taken = patch !== null;
    } catch (error) {
      patch = failure(error);
    }
    const stale = asked !== era;
    session.setState({ ...(stale ? {} : { ...outdated(), ...patch }), pending: queue.length > 0 });
    next.done(taken && !stale);
  }
  busy = false;
}

/** What was said of a step is over with the next one; a warning stays until it is dismissed. */
function outdated(): Partial<Session> {
  return session.getState().notice?.level === 'info' ? { notice: null } : {};
}

/** A request that failed leaves the line as it was, and says what to do: nothing the user made is lost. */
function failure(error: unknown): Partial<Session> {
  const text = error instanceof Error ? error.message : String(error);
  const kind = error instanceof EngineError ? error.kind : 'internal';
  if (kind === 'refused') return { playing: false, notice: { level: 'info', text, action: null } };
  const action = { label: 'Try again', run: retry };
  return {
    playing: false,
    notice: { level: 'error', text, action },
    ...(kind === 'lost' ? {} : { phase: 'failed' }),
  };
}

/** Compiles and runs the current line again, from its start to where the user stands. */
export function retry(): void {
  void ask('open', reopen, { phase: 'working', notice: null, playing: false });
}

/** For tests: as if the page had just been loaded. */
export function resetSession(): void {
  dropAll();
  engine = null;
  busy = false;
  session.setState(initialSession, true);
}
