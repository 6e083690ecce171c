/**
 * A host that sends no headers of its own, as many static hosts do: `dist/` under the sub-path /lab/, under /bare/ without its service
 * worker, and at /host/ a plain page of somebody else, to embed the lab in. For tests only.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/host/') {
    const page = '<!doctype html><title>Somebody else</title><link rel="icon" href="data:,">';
    response.setHeader('Content-Type', TYPES['.html']).end(page);
    return;
  }
  const [, folder, inside] = /^\/(lab|bare)(\/.*)$/.exec(pathname) ?? [];
  const path = inside === undefined ? '' : normalize(decodeURIComponent(inside));
  const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path);
  if (
    path === '' ||
    (folder === 'bare' && path === '/sw.js') ||
    !statSync(file, { throwIfNoEntry: false })?.isFile()
  ) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  // As many do: a cache must not mind.
  response.setHeader('Vary', 'Origin');
  createReadStream(file).pipe(response);
});

server.listen(Number(process.argv[2]), '127.0.0.1');
