/**
 * `npm run check`: bundles src/cli once into node_modules/.cache and runs it; builds again when a source is newer than the bundle.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'node_modules/.cache/check');
const built = join(folder, 'check.mjs');
const prover = join(folder, 'prover.mjs');

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

const sources = Math.max(
  ...['base', 'engine', 'host', 'scenarios', 'cli'].map((name) => newest(join(root, 'src', name))),
);
if (!existsSync(built) || statSync(built).mtimeMs < sources) {
  const { bundle } = await import('./bundle.mjs');
  await bundle(join(root, 'src/cli/prover.ts'), prover);
  await bundle(join(root, 'src/cli/check.ts'), built);
}
// `| head` reads no further: that is no fault of the program's, and no reason for a stack trace.
process.stdout.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
  process.exit();
});
const { main } = await import(pathToFileURL(built).href);
const { pageAddress } = await import('./address.mjs');
process.exitCode = await main(process.argv.slice(2), pathToFileURL(prover), pageAddress());
