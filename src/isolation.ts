/**
 * Gets the page cross-origin isolated, which SharedArrayBuffer needs. A host that sends the headers gives it at
 * once; on a plain static host the service worker (app.sw.ts) adds them, at the price of one reload.
 */
const RELOADED = 'racecourse-isolation-reloaded';
const READY_WITHIN_MS = 4_000;

/**
 * True when SharedArrayBuffer may be used. Registers the service worker in production builds only (the dev server
 * sends the headers), reloads at most once per tab, and then never resolves. False is an answer, not an error:
 * embedded in a plain third-party page there is no isolation to be had.
 */
export async function ensureIsolated(): Promise<boolean> {
  const isolated = globalThis.crossOriginIsolated === true;
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return isolated;
  try {
    await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {
      scope: './',
      updateViaCache: 'none',
    });
    if (isolated) {
      sessionStorage.removeItem(RELOADED);
      return true;
    }
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    if (!(await readyInTime())) return false;
    sessionStorage.setItem(RELOADED, '1');
  } catch {
    // Storage or service workers are blocked: a third-party frame, or private browsing.
    return isolated;
  }
  location.reload();
  return new Promise<never>(() => {});
}

/** `ready` waits for ever where a service worker is refused silently or cannot be installed: the page must not. */
async function readyInTime(): Promise<boolean> {
  const ready = navigator.serviceWorker.ready.then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS));
  return Promise.race([ready, late]);
}
