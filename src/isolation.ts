/**
 * Gets the page cross-origin isolated, which SharedArrayBuffer needs. A host that sends the headers gives it at
 * once; on a plain static host the service worker (app.sw.ts) adds them, at the price of one reload.
 */
const RELOADED = 'racecourse-isolation-reloaded';
/** Some browsers refuse a service worker silently: the page does not wait for one that is not even registered. */
const REGISTERED_WITHIN_MS = 4_000;
/** It fetches the whole build first, which takes a while on a slow line or a busy machine. */
const ACTIVE_WITHIN_MS = 30_000;

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
    if (!(await activeInTime())) return;
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

/** True when the next load will be the service worker's; false at once where it cannot be installed. */
async function activeInTime(): Promise<boolean> {
  const registration = await within(REGISTERED_WITHIN_MS, register());
  return registration !== null && (await within(ACTIVE_WITHIN_MS, becomesActive(registration))) === true;
}

function becomesActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<boolean> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker === null || worker.state === 'redundant') resolve(false);
      else if (worker.state === 'activating' || worker.state === 'activated') resolve(true);
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

/** Null where it takes longer. */
const within = <T>(ms: number, promise: Promise<T>): Promise<T | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
