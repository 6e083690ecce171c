/** Source text → Program, or what is wrong with it. The door of the compiler. */
import type { Program, Source } from '../bytecode/program';
import { check } from './check';
import { CompileError, type Diagnostic } from './diagnostics';
import { lower } from './lower';
import { includesOf, parse } from './parser';
import { prelude, supportedHeaders } from './prelude';

export type { Diagnostic } from './diagnostics';

export type Compiled = { readonly program: Program } | { readonly diagnostics: readonly Diagnostic[] };

/** Never throws for what the source says. `name` is the file's name in reports. */
export function compile(text: string, name = 'main.cpp'): Compiled {
  const user = { text, file: 0 };
  const library = prelude(includesOf(user));
  const sources: Source[] = [{ name, text, library: false }, ...library.sources];
  const parsed = parse(user, library.scope.fork());
  const missing = library.missing.map((i) => ({
    span: i.span,
    message: `<${i.header}> is not supported`,
    hint: `the headers are ${supportedHeaders().join(', ')}`,
    unsupported: true,
  }));
  const unread = [...missing, ...parsed.diagnostics];
  if (unread.length > 0) return { diagnostics: unread };
  const checked = check([...library.units, parsed.unit], sources);
  if (checked.diagnostics.length > 0) return { diagnostics: checked.diagnostics };
  try {
    return { program: lower(checked, sources) };
  } catch (error) {
    if (error instanceof CompileError) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}
