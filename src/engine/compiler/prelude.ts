/** The parsed headers a file includes. Parsed once per set of headers: an edit, or another variant, only parses its own text. */
import { InternalError } from '../../base/assert';
import type { Source } from '../bytecode/program';
import type { TranslationUnit } from './ast';
import { headers } from './library';
import { createScope, type Include, includesOf, type ParserScope, parse } from './parser';

export interface Prelude {
  readonly scope: ParserScope;
  readonly units: readonly TranslationUnit[];
  /** Files 1, 2, … of the program. */
  readonly sources: readonly Source[];
  readonly missing: readonly Include[];
}

/** Sets that are kept, the ones used last: each is megabytes, and whoever writes his includes makes a new one with every line. */
const KEPT = 12;

/** Header texts are constants of the build, so this cache changes nothing but the time. Least recently used first. */
const known = new Map<string, Omit<Prelude, 'missing'>>();

export const supportedHeaders = (): readonly string[] =>
  [...headers.keys()].filter((h) => !h.startsWith('__'));

export const isHeader = (name: string): boolean => headers.has(name) && !name.startsWith('__');

/** `brought`: headers that the included ones bring along, as far as they are needed. What it depends on beside them is as CompileOptions has it. */
export function prelude(
  includes: readonly Include[],
  brought: readonly string[],
  { spurious, seed }: { readonly spurious: boolean; readonly seed: number },
): Prelude {
  const wanted = [...includes.map((i) => i.header), ...brought].filter((h) => headers.has(h));
  const missing = includes.filter((i) => !headers.has(i.header));
  const defined = [`RACECOURSE_SEED ${seed}u`, ...(spurious ? ['RACECOURSE_SPURIOUS'] : [])];
  const key = [...defined, ...wanted].join(' ');
  const made = known.get(key) ?? read(wanted, defined);
  known.delete(key);
  known.set(key, made);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return { ...made, missing };
}

function read(wanted: readonly string[], defined: readonly string[]): Omit<Prelude, 'missing'> {
  const scope = createScope();
  parse({ text: defined.map((each) => `#define ${each}\n`).join(''), file: 0 }, scope);
  const units: TranslationUnit[] = [];
  const sources: Source[] = [];
  const loaded = new Set<string>();
  const load = (header: string): void => {
    const text = headers.get(header);
    if (text === undefined) throw new InternalError(`<${header}> is not in the library`);
    if (loaded.has(text)) return;
    loaded.add(text);
    for (const i of includesOf({ text, file: 0 })) load(i.header);
    sources.push({ name: `<${header}>`, text, library: true });
    const { unit, diagnostics } = parse({ text, file: sources.length }, scope);
    const [bug] = diagnostics;
    if (bug !== undefined) {
      const line = text.slice(0, bug.span.start).split('\n').length;
      throw new InternalError(`<${header}> line ${line}: ${bug.message}`);
    }
    units.push(unit);
  };
  for (const header of ['__core', ...wanted]) load(header);
  return { scope, units, sources };
}
