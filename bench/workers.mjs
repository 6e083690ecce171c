/** Bundles bench/workers.ts, and the prover it starts, and runs it: `node bench/workers.mjs [workers] [runs]`. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../node_modules/.cache/workers');
await bundle(join(here, '../src/cli/prover.ts'), join(folder, 'prover.mjs'));
await bundle(join(here, 'workers.ts'), join(folder, 'bench.mjs'));
const { main } = await import(pathToFileURL(join(folder, 'bench.mjs')).href);
await main(pathToFileURL(join(folder, 'prover.mjs')), ...process.argv.slice(2).map(Number));
