/**
 * Gets the page cross-origin isolated, which SharedArrayBuffer needs. A host that sends the headers gives it at
 * once; on a plain static host the service worker (app.sw.ts) adds them, at the price of one reload.
 */
const RELOADED = 'racecourse-isolation-reloaded';
const READY_WITHIN_MS = 4_000;

/**
 * Resolves when the page is isolated, or as isolated as it gets: embedded in a plain third-party page there is no isolation to be had.
 * Uses the service worker in production builds only (the dev server sends the headers), and reloads at most once per tab.
 */
export async function ensureIsolated(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    if (globalThis.crossOriginIsolated === true) {
      sessionStorage.removeItem(RELOADED);
      registerWhenIdle();
      return;
    }
    if (sessionStorage.getItem(RELOADED) !== null) return registerWhenIdle();
    if (!(await readyInTime())) return;
    sessionStorage.setItem(RELOADED, '1');
  } catch {
    // Storage or service workers are blocked: a third-party frame, or private browsing.
    return;
  }
  location.reload();
  return new Promise<never>(() => {});
}

const register = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {
    scope: './',
    updateViaCache: 'none',
  });

/** It fetches the whole build for use offline: not before what the page itself needs. */
function registerWhenIdle(): void {
  const go = (): void => void register().catch(() => {});
  if (document.readyState === 'complete') go();
  else addEventListener('load', go, { once: true });
}

/** Both wait for ever where a service worker is refused silently or cannot be installed: the page must not. */
async function readyInTime(): Promise<boolean> {
  const ready = register()
    .then(() => navigator.serviceWorker.ready)
    .then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS));
  return Promise.race([ready, late]);
}
