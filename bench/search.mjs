/** Bundles bench/search.ts and runs it: `node bench/search.mjs [runs]`. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '../node_modules/.cache/search/bench.mjs');
await bundle(join(here, 'search.ts'), built);
await import(pathToFileURL(built).href);
