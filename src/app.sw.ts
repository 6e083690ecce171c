/**
 * The service worker: answers from a cache of the whole build, so that the page works offline, and adds the
 * isolation headers, so that SharedArrayBuffer works on hosts that cannot send them.
 *
 * A classic script: it must not import. vite.config.ts puts `__PRECACHE__` on top of the built file.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'racecourse-';
const CACHE = PREFIX + __PRECACHE__.version;

/** Some hosts send `Vary: Origin`, and a module is asked for with another origin than the cache was filled with: the file is the same. */
const STORED = { ignoreSearch: true, ignoreVary: true };

const inScope = (path: string): string => new URL(path, self.registration.scope).href;

async function fillCache(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(__PRECACHE__.files.map((file) => new Request(inScope(file), { cache: 'reload' })));
  await self.skipWaiting();
}

async function dropOldCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

function withIsolation(response: Response): Response {
  // An opaque response (status 0) cannot be rebuilt.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('Document-Isolation-Policy', 'isolate-and-require-corp');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const hit =
    request.mode === 'navigate'
      ? await cache.match(inScope('index.html'))
      : await cache.match(request, STORED);
  return withIsolation(hit ?? (await fetch(request)));
}

self.addEventListener('install', (event) => event.waitUntil(fillCache()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldCaches()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
