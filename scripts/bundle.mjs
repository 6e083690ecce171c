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

/** What must stay as it is; comments behind code; blanks between two words or brackets and an operator or separator, which no two tokens need. */
const BLANKS =
  /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\s*\/\/.*|(?<=[\w)\]}>*&]) +(?=[{}(),;?])|(?<=[{}(),;?]) +|(?<=[\w)\]]) (==?|<|>|<=|>=|!=|&&|\|\||[-+*/%&|:]) (?=[\w(!])/g;

/**
 * A header of our library (src/engine/compiler/library) without what only its readers need, comments and blanks, on the same lines: a
 * sixth less to fetch. Macros keep theirs, where they mean something; so do the marks `// wide:`, which are for library/index.ts.
 * @param {string} text
 */
export function withoutComments(text) {
  let isMacro = false;
  return text
    .split('\n')
    .map((line) => {
      const bare = line.trim();
      const wasMacro = isMacro;
      isMacro = (bare.startsWith('#') || wasMacro) && bare.endsWith('\\');
      if (/^\/\/ :?wide:?$/.test(bare)) return bare;
      if (bare.startsWith('//')) return '';
      return bare.startsWith('#') || wasMacro ? bare : bare.replace(BLANKS, '$1$2');
    })
    .join('\n');
}

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
