import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';

import { rolldown } from 'rolldown';
import { defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { findBrowser, launchOptions } from './scripts/browser.mjs';
import { raw } from './scripts/bundle.mjs';
import { PATIENCE_MS } from './scripts/patience.mjs';

/** SharedArrayBuffer needs the first two; the third lets others embed us; the last isolates us inside their page. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
};

/** Inline styles are for CodeMirror, which injects its theme. */
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

const headers = { ...isolation, 'Content-Security-Policy': contentSecurityPolicy };

/**
 * The policy goes into the built page, for hosts that cannot send it (the dev server needs inline scripts, so not
 * there); all headers go into `_headers`, for static hosts that read such a file.
 */
const hosting = (): Plugin => ({
  name: 'hosting',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` });
  },
});

/** Files of public/ are copied past the bundle, yet a page asks for them offline too. */
const publicFiles = (folder: string): { name: string; content: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(path) };
    });

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
          if (name === 'sw.js' || name === '_headers' || name.endsWith('.map')) continue;
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

const browserDependencies = [
  ...Object.keys(packageJson.dependencies),
  'react-dom/client',
  'react/jsx-dev-runtime',
  'zustand/vanilla',
  'zustand/shallow',
];

/**
 * A test starts hundreds of workers, and each would ask for its hundred modules one by one: in tests a worker is one
 * file, as it is in the build.
 */
function workersInOneFile(): Plugin {
  const bundles = new Map<string, Promise<string>>();
  const bundled = async (input: string) => {
    const build = await rolldown({ input, plugins: [raw] });
    const { output } = await build.generate({ format: 'esm', codeSplitting: false, sourcemap: 'inline' });
    await build.close();
    return output[0].code;
  };
  return {
    name: 'workers-in-one-file',
    enforce: 'pre',
    load(id) {
      const [file = '', query] = id.split('?');
      if (!file.endsWith('.worker.ts') || !query?.includes('worker_file')) return null;
      const code = bundles.get(file) ?? bundled(file);
      bundles.set(file, code);
      return code;
    },
  };
}

/** A project of tests that run in a browser. */
const inBrowser = (name: string, include: string[], exclude: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [workersInOneFile()],
  // All at once: a dependency met in the middle of a run makes vite reload the page under the tests.
  optimizeDeps: { include: browserDependencies },
  test: {
    name,
    include,
    exclude,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: PATIENCE_MS,
      instances: [{ browser: 'chromium' }],
      provider: playwright({ launchOptions: launchOptions(process.env.VITEST ? findBrowser() : null) }),
    },
  },
});

export default defineConfig({
  base: './',
  plugins: [react(), hosting(), precache()],
  server: { headers: isolation },
  preview: { headers },
  worker: { format: 'es', plugins: () => [{ ...raw, enforce: 'pre' }] },
  build: {
    target: 'es2022',
    // One small sheet in one order, and no chunk waits for its own.
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/app.sw.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What the first picture needs is one file; without this it is cut up by who else needs which part.
        codeSplitting: { groups: [{ name: 'page', tags: ['$initial'], test: /^(?!.*app\.sw\.ts)/ }] },
      },
    },
  },
  test: {
    passWithNoTests: true,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    teardownTimeout: PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS, interval: 5 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Modules are loaded and compiled once for all files: no test leaves anything behind in them.
          isolate: false,
          // By themselves, behind those in the browser, so that they have all processors.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.*', 'src/**/*.deep.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          environment: 'node',
          env: { DEEP: '1' },
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.*'],
        },
      },
      inBrowser('browser', ['src/**/*.browser.test.{ts,tsx}'], ['src/**/*.deep.browser.test.*']),
      inBrowser('deep-browser', ['src/**/*.deep.browser.test.{ts,tsx}'], []),
    ],
  },
});
