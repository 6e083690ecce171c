/** Source text → Program, or what is wrong with it. The door of the compiler. */
import type { Program, Source } from '../bytecode/program';
import { check } from './check';
import { type Diagnostic, told } from './diagnostics';
import { instead } from './instead';
import { lower } from './lower';
import { type Include, parse, wantedBy } from './parser';
import { isHeader, prelude } from './prelude';
import { ask, type Query } from './query';

export type { Diagnostic } from './diagnostics';
export { ANSWER, type Query } from './query';

export type Compiled = { readonly program: Program } | { readonly diagnostics: readonly Diagnostic[] };

/** How a program is started, where that is not as usual. */
export interface Launch {
  /** The function that is run, as it is named: 'main', 'tests::transfer'. */
  readonly entry?: string;
  /** What main is given behind the name of the program, as a shell would part it at blanks: '2 1000'. There are no quotes. */
  readonly args?: string;
  /** Waits for conditions may end, and weak exchanges fail, for no reason, as the standard allows: each is a choice then. */
  readonly spurious?: boolean;
  /** What rand and random_device begin with: 0 where nothing is said, up to 2^31 - 1. */
  readonly seed?: number;
  /** Steps of a run at most; 10,000 where nothing is said. */
  readonly steps?: number;
}

export interface CompileOptions extends Launch {
  /** Compiles a copy of the text that stops where the answer is yes. */
  readonly query?: Query;
}

/** Never throws: what goes wrong in the compiler itself is a diagnostic that says so. `name` is the file's name in reports. */
export function compile(text: string, name = 'main.cpp', options: CompileOptions = {}): Compiled {
  try {
    return translated(text, name, options);
  } catch (error) {
    return { diagnostics: [told(error)] };
  }
}

function translated(text: string, name: string, options: CompileOptions): Compiled {
  const zero = text.indexOf('\0');
  if (zero >= 0) return { diagnostics: [binary(zero)] };
  const { query, ...launch } = options;
  const { entry = 'main', args = '', spurious = false, seed = 0, steps } = launch;
  const isC = name.endsWith('.c');
  const user = { text, file: 0, isC, isGnu: isC || !HEADER_OF_CPP.test(text) };
  const { includes, brought } = wantedBy(user, isHeader);
  const library = prelude(includes, brought, { spurious, seed });
  const parsed = parse(user, library.scope.fork(), isHeader);
  const absent = library.missing.map(missing);
  const unread = [...absent, ...parsed.diagnostics.filter(apartFrom(library.missing))];
  if (parsed.diagnostics.length > 0 || !library.missing.every(mayBeIdle)) return { diagnostics: unread };
  if (query !== undefined) {
    const asked = ask(text, parsed.unit, query, entry);
    return placed(translated(asked.text, name, launch), asked.placeOf);
  }
  const sources: Source[] = [{ name, text, library: false }, ...library.sources];
  const checked = check([...library.units, parsed.unit], sources, {
    entry,
    args: args.split(/\s+/).filter(Boolean),
  });
  if (checked.diagnostics.length > 0)
    return { diagnostics: absent.length > 0 ? absent : checked.diagnostics };
  const program = lower(checked, sources);
  return { program: steps === undefined ? program : { ...program, longestRun: steps } };
}

const HEADER_OF_CPP = /^[ \t]*#[ \t]*include[ \t]*<\w+>/m;

/** What is wrong with a query is told at places of the text that was asked about. */
function placed(compiled: Compiled, placeOf: (at: number) => number): Compiled {
  if ('program' in compiled) return compiled;
  return {
    diagnostics: compiled.diagnostics.map(({ span, ...rest }) => ({
      ...rest,
      span: span.file === 0 ? { file: 0, start: placeOf(span.start), end: placeOf(span.end) } : span,
    })),
  };
}

/** Told once, where each byte of it would be a fault. */
const binary = (start: number): Diagnostic => ({
  span: { file: 0, start, end: start + 1 },
  message: 'this is no text: a byte of it is 0',
  hint: 'give the source, not what was compiled of it',
  unsupported: false,
});
/** Many files name headers of which they use nothing, and whether that is so shows when all else is checked. In a file of one's own stands what matters. */
const mayBeIdle = ({ quoted }: Include): boolean => !quoted;
/** What is not declared where a header is missing is no cause of its own. */
const apartFrom =
  (missing: readonly Include[]) =>
  ({ code, unsupported }: Diagnostic): boolean =>
    missing.length === 0 || (code !== 'undeclared' && !unsupported);

function missing({ header, quoted, span }: Include): Diagnostic {
  if (quoted)
    return {
      span,
      message: `including the file "${header}" is not supported`,
      hint: 'put everything into one file',
      unsupported: true,
    };
  return {
    span,
    message: `<${header}> is not supported`,
    hint: instead(header),
    unsupported: true,
  };
}
