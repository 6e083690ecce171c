/** How far somebody has come, as a file that another browser can take: parts read, variants broken or rightly called safe. */
import type { SessionState } from './model/state';
import { progressIn } from './preferences';

export type Progress = Pick<SessionState, 'read' | 'best'>;

/** The text of the file. */
export const progressText = ({ read, best }: Progress): string =>
  `${JSON.stringify({ racecourse: 'progress', version: 1, read, best }, null, 2)}\n`;

/** What stands in the text of a file, of whatever version; null where it is no such file. */
export function parseProgress(text: string): Progress | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const isOurs = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && 'racecourse' in value && value.racecourse === 'progress';
  return isOurs(found) ? { read: {}, best: {}, ...progressIn(found) } : null;
}

/** Of both what is further. */
export function furthest(a: Progress, b: Progress): Progress {
  return {
    read: merged(a.read, b.read, Math.max),
    best: merged(a.best, b.best, (x, y) => (x === 'safe' || y === 'safe' ? 'safe' : Math.min(x, y))),
  };
}

function merged<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  better: (x: T, y: T) => T,
): Record<string, T> {
  const all: Record<string, T> = { ...a };
  for (const [key, value] of Object.entries(b)) all[key] = key in a ? better(a[key], value) : value;
  return all;
}
