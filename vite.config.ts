import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type Plugin } from 'vitest/config';
import { findBrowser, launchOptions } from './scripts/browser.mjs';

/** SharedArrayBuffer needs the first two; the third lets others embed us; the last isolates us inside their page. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
};

/** Inline styles are for CodeMirror, which injects its theme. public/_headers repeats this line for static hosts. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only the built page carries the policy: the dev server needs inline scripts for fast refresh. */
const csp = (): Plugin => ({
  name: 'csp',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
});

/** Files of public/ that a page may ask for: vite copies them past the bundle. `_headers` is read by the host. */
const publicFiles = (folder: string): { name: string; content: Buffer }[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== '_headers')
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return { name: path.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(path) };
        })
    : [];

/** Puts the list of built files, and a version that changes with any of them, on top of sw.js. */
function precache(): Plugin {
  let publicDir = '';
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') return this.error('sw.js is missing from the bundle');
        if (worker.imports.length > 0) return this.error('sw.js is a classic script: it cannot share chunks');
        const files = publicFiles(publicDir);
        for (const [name, file] of Object.entries(bundle)) {
          if (name === 'sw.js' || name.endsWith('.map')) continue;
          files.push({ name, content: Buffer.from(file.type === 'chunk' ? file.code : file.source) });
        }
        files.sort((a, b) => (a.name < b.name ? -1 : 1));
        const hash = createHash('sha256');
        for (const { name, content } of files) hash.update(name).update(content);
        const list = { version: hash.digest('hex').slice(0, 12), files: files.map(({ name }) => name) };
        worker.code = `const __PRECACHE__=${JSON.stringify(list)};\n${worker.code}`;
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), csp(), precache()],
  server: { headers: isolation },
  preview: { headers: { ...isolation, 'Content-Security-Policy': contentSecurityPolicy } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/app.sw.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: {
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: launchOptions(process.env.VITEST ? findBrowser() : null) }),
          },
        },
      },
    ],
  },
});
