/**
 * What the browser remembers of a user: how the page looks, how far the stories were read, what was broken and what was
 * measured. Nothing depends on it: storage may be blocked.
 */
import type { Measured, Mode, SessionState, Store, Theme } from './model/state';

const KEY = 'racecourse';
type Remembered = Pick<
  SessionState,
  'theme' | 'usualMode' | 'speed' | 'panes' | 'read' | 'best' | 'measured'
>;

/** Reads what was remembered, and from now on writes what changes. Returns the way to stop. */
export function rememberPreferences(
  store: Store,
  storage: Storage | null = localStorageOrNull(),
): () => void {
  if (storage === null) return () => {};
  store.setState(read(storage));
  return store.subscribe((now, before) => {
    const { theme, usualMode, speed, panes, read: beats, best, measured } = now;
    const kept = { theme, usualMode, speed, panes, read: beats, best, measured };
    if (Object.entries(kept).every(([name, value]) => value === before[name as keyof Remembered])) return;
    const full = speed === Number.POSITIVE_INFINITY;
    write(storage, JSON.stringify({ ...kept, speed: full ? 'full' : speed }));
  });
}

/** Merely naming localStorage throws where cookies are blocked. */
function localStorageOrNull(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function write(storage: Storage, text: string): void {
  try {
    storage.setItem(KEY, text);
  } catch {
    // Full, or not allowed: then this visit is not remembered.
  }
}

/** Takes what has the right form and leaves the rest: the text may be of another version, or edited by hand. */
function read(storage: Storage): Partial<Remembered> {
  let found: unknown;
  try {
    found = JSON.parse(storage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
  if (!isRecord(found)) return {};
  const { theme, usualMode, speed, panes, measured } = found;
  return {
    ...progressIn(found),
    ...(isTheme(theme) ? { theme } : {}),
    ...(isMode(usualMode) ? { usualMode } : {}),
    ...(speed === 'full' ? { speed: Number.POSITIVE_INFINITY } : isSpeed(speed) ? { speed } : {}),
    ...(isRecord(panes) ? { panes: only(panes, isNumbers) } : {}),
    ...(isRecord(measured) ? { measured: only(measured, isMeasured) } : {}),
  };
}

/** Of a record from elsewhere what tells how far somebody has come. */
export function progressIn({ read: beats, best }: Record<string, unknown>): Partial<Remembered> {
  return {
    ...(isRecord(beats)
      ? { read: only(beats, Number.isInteger as (value: unknown) => value is number) }
      : {}),
    ...(isRecord(best) ? { best: only(best, isBest) } : {}),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';
const isMode = (value: unknown): value is Mode => value === 'guided' || value === 'explore';
const isSpeed = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1000;
const isBest = (value: unknown): value is number | 'safe' => value === 'safe' || isCount(value);
const isMeasured = (value: unknown): value is Measured => {
  if (!isRecord(value)) return false;
  const { runs, failed } = value;
  return isCount(runs) && isCount(failed) && runs > 0 && failed <= runs;
};
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(Number.isFinite);
const only = <T>(record: Record<string, unknown>, fits: (value: unknown) => value is T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => fits(entry[1])));
