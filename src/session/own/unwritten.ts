/**
 * Texts that a page was left with before the browser had written them: a database answers too late for a page that goes, so they are
 * handed, at once, to the page that comes next in this tab. Where site data are blocked they are gone with the page.
 */
import type { Program } from './shelf';

const KEY = 'racecourse.unwritten';

/** Calls `unwritten` when the page is left. */
export function handOn(unwritten: () => readonly Program[]): void {
  // Tests run without a page.
  globalThis.addEventListener?.('pagehide', () => {
    const left = unwritten();
    try {
      if (left.length > 0) sessionStorage.setItem(KEY, JSON.stringify(left));
    } catch {
      // Blocked or full.
    }
  });
}

/** What the page before this one handed on. Once: whoever asks again gets nothing. */
export function takeOver(): readonly Program[] {
  try {
    const left = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return left === null ? [] : (JSON.parse(left) as Program[]);
  } catch {
    return [];
  }
}
