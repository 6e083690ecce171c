/**
 * `npm run check`: bundles src/cli once into node_modules/.cache and runs it; builds again when a source is newer than the bundle.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, 'node_modules/.cache/check/check.mjs');

/**
 * Time of the newest source below a folder.
 * @param {string} folder
 * @returns {number}
 */
function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'testing' && entry.name !== 'fixtures') time = Math.max(time, newest(path));
    } else if (/\.(ts|hpp|cpp|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts')) {
      time = Math.max(time, statSync(path).mtimeMs);
    }
  }
  return time;
}

/**
 * `import text from './file?raw'`, as vite does it.
 * @type {import('rolldown').Plugin}
 */
const raw = {
  name: 'raw',
  resolveId(source, importer = '') {
    return source.endsWith('?raw') ? `\0raw:${join(dirname(importer), source.slice(0, -4))}` : null;
  },
  load(id) {
    if (!id.startsWith('\0raw:')) return null;
    return `export default ${JSON.stringify(readFileSync(id.slice(5), 'utf8'))}`;
  },
};

const sources = Math.max(
  ...['base', 'engine', 'scenarios', 'cli'].map((name) => newest(join(root, 'src', name))),
);
if (!existsSync(bundle) || statSync(bundle).mtimeMs < sources) {
  const { rolldown } = await import('rolldown');
  mkdirSync(dirname(bundle), { recursive: true });
  const build = await rolldown({
    input: join(root, 'src/cli/check.ts'),
    platform: 'node',
    plugins: [raw],
    cwd: root,
  });
  await build.write({ file: bundle, format: 'esm' });
  await build.close();
}
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = main(process.argv.slice(2));
