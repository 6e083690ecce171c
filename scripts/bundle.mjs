/** Bundles TypeScript for node, with `import text from './file?raw'` as vite does it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} input
 * @param {string} output
 */
export async function bundle(input, output) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({ input, platform: 'node', plugins: [raw] });
  await build.write({ file: output, format: 'esm' });
  await build.close();
}

/**
 * A header of our library (src/engine/compiler/library) without what only its readers need, indentation and lines that are all comment, on
 * the same lines: it is a tenth less to fetch. The marks of `// wide:` are for library/index.ts.
 * @param {string} text
 */
export const withoutComments = (text) => text.replace(/^[ \t]*(\/\/(?! :?wide:?$).*)?/gm, '');

/**
 * Reads `./file?raw` as a text.
 * @type {import('rolldown').Plugin}
 */
export const raw = {
  name: 'raw',
  resolveId(source, importer = '') {
    return source.endsWith('?raw') ? `\0raw:${join(dirname(importer), source.slice(0, -4))}` : null;
  },
  load(id) {
    if (!id.startsWith('\0raw:')) return null;
    const text = readFileSync(id.slice(5), 'utf8');
    return `export default ${JSON.stringify(id.endsWith('.hpp') ? withoutComments(text) : text)}`;
  },
};
