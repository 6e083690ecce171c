/** Source text → Program, or what is wrong with it. The door of the compiler. */
import type { Program, Source } from '../bytecode/program';
import type { TranslationUnit } from './ast';
import { check } from './check';
import { CompileError, type Diagnostic } from './diagnostics';
import { headers } from './library';
import { lower } from './lower';
import { createScope, includesOf, parse } from './parser';

export type { Diagnostic } from './diagnostics';

export type Compiled = { readonly program: Program } | { readonly diagnostics: readonly Diagnostic[] };

/** Never throws for what the source says. `name` is the file's name in reports. */
export function compile(text: string, name = 'main.cpp'): Compiled {
  const sources: Source[] = [{ name, text, library: false }];
  const units: TranslationUnit[] = [];
  const diagnostics: Diagnostic[] = [];
  const env = createScope();
  const loaded = new Set<string>();
  const load = (header: string): boolean => {
    const library = headers.get(header);
    if (library === undefined) return false;
    if (loaded.has(library)) return true;
    loaded.add(library);
    const source = { text: library, file: sources.length };
    sources.push({ name: `<${header}>`, text: library, library: true });
    for (const i of includesOf(source)) load(i.header);
    const parsed = parse(source, env);
    units.push(parsed.unit);
    const bug = parsed.diagnostics[0];
    if (bug !== undefined)
      throw new Error(
        `bug in the visualizer: <${header}> ${library.slice(0, bug.span.start).split('\n').length}: ${bug.message}`,
      );
    return true;
  };
  load('__core');
  const user = { text, file: 0 };
  for (const i of includesOf(user)) {
    if (!load(i.header))
      diagnostics.push({
        span: i.span,
        message: `<${i.header}> is not supported`,
        hint: `the headers are ${[...headers.keys()].filter((h) => !h.startsWith('__')).join(', ')}`,
        unsupported: true,
      });
  }
  const parsed = parse(user, env);
  diagnostics.push(...parsed.diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  const checked = check([...units, parsed.unit], sources);
  if (checked.diagnostics.length > 0) return { diagnostics: checked.diagnostics };
  try {
    return { program: lower(checked, sources) };
  } catch (error) {
    if (error instanceof CompileError) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}
