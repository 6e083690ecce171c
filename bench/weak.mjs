/** Bundles bench/weak.ts and runs it: `node bench/weak.mjs [family]`. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '../node_modules/.cache/weak/bench.mjs');
await bundle(join(here, 'weak.ts'), built);
await import(pathToFileURL(built).href);
