/** What the READMEs name is there: a file that is moved takes its name along. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = dirname(fileURLToPath(import.meta.url));
const readmes = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('README.md'),
);

test.each(readmes)('%s names files that there are', (path) => {
  const folder = dirname(join(SRC, path));
  const text = readFileSync(join(SRC, path), 'utf8');
  const names = [...text.matchAll(/`((?:\.\.\/|[\w-]+\/)*[\w-]+\.(?:tsx?|hpp|md))`/g)].map(
    ([, name]) => name,
  );
  const missing = names.filter((name) => ![folder, SRC].some((from) => existsSync(join(from, name))));
  expect(missing).toEqual([]);
});
