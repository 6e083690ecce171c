/** C++ programs that say in comments what a search must find: `// expect: verdict`, and perhaps more (fixtures.test.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs below a folder beside this one's parent: file and text. */
export function programsIn(folder: string): [file: string, text: string][] {
  const path = fileURLToPath(new URL(join('..', folder), import.meta.url));
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cpp'))
    .map((file) => [file, readFileSync(join(path, file), 'utf8')]);
}

export const said = (text: string, what: string): string | undefined =>
  new RegExp(`// ${what}: (\\S+)`).exec(text)?.[1];

/** Programs that have an end. */
export const endingIn = (folder: string): [file: string, text: string][] =>
  programsIn(folder).filter(([, text]) => said(text, 'expect') !== 'limit');
