/**
 * Macros: object-like and function-like, with # and ## and __VA_ARGS__, as [cpp.replace] has it. A name met inside its own
 * replacement stays as it is. What a macro makes has the range of its use; what stands in its arguments keeps its own.
 */
import { unsupported } from '../diagnostics';
import { lex, type Token } from '../lexer';

export interface Macro {
  /** null for an object-like macro. */
  readonly params: readonly string[] | null;
  /** Its last parameter takes all arguments that are left. */
  readonly variadic: boolean;
  readonly body: readonly Token[];
}
export type Macros = Map<string, Macro>;

/** What g++ 12 defines for C++20 on Linux, as far as programs ask for it. */
const PREDEFINED = `__cplusplus 202002L
__STDC_HOSTED__ 1
__STDCPP_THREADS__ 1
__GNUC__ 12
__GNUC_MINOR__ 2
__GNUC_PATCHLEVEL__ 0
__GNUG__ 12
__VERSION__ "12.2.0"
__unix__ 1
__unix 1
__linux__ 1
__linux 1
__gnu_linux__ 1
__ELF__ 1
_GNU_SOURCE 1
_REENTRANT 1
__x86_64__ 1
__x86_64 1
__amd64__ 1
__LP64__ 1
_LP64 1
__CHAR_BIT__ 8
__SIZEOF_INT__ 4
__SIZEOF_LONG__ 8
__SIZEOF_POINTER__ 8
__INT_MAX__ 2147483647
__LONG_MAX__ 9223372036854775807L
__EXCEPTIONS 1
__GXX_RTTI 1
RACECOURSE_ANY RACECOURSE_ANY
__cpp_exceptions 199711L
__cpp_rtti 199711L
__cpp_lambdas 200907L
__cpp_constexpr 202002L
__cpp_if_constexpr 201606L
__cpp_structured_bindings 201606L
__cpp_aligned_new 201606L
__cpp_alias_templates 200704L
__cpp_concepts 202002L
__cpp_consteval 201811L
__cpp_constinit 201907L
__cpp_decltype 200707L
__cpp_deduction_guides 201907L
__cpp_fold_expressions 201603L
__cpp_generic_lambdas 201707L
__cpp_inline_variables 201606L
__cpp_nontype_template_args 201911L
__cpp_range_based_for 201603L
__cpp_rvalue_references 200610L
__cpp_static_assert 201411L
__cpp_threadsafe_static_init 200806L
__cpp_variadic_templates 200704L
__cpp_lib_atomic_is_always_lock_free 201603L
__cpp_lib_atomic_ref 201806L
__cpp_lib_atomic_shared_ptr 201711L
__cpp_lib_atomic_wait 201907L
__cpp_lib_barrier 201907L
__cpp_lib_hardware_interference_size 201703L
__cpp_lib_jthread 201911L
__cpp_lib_latch 201907L
__cpp_lib_scoped_lock 201703L
__cpp_lib_semaphore 201907L
__cpp_lib_shared_mutex 201505L
__cpp_lib_smart_ptr_for_overwrite 202002L
__cpp_lib_three_way_comparison 201907L
__cpp_lib_void_t 201411L
__inline inline
__inline__ inline
__volatile volatile
__volatile__ volatile
__const const
__signed signed
__signed__ signed
__asm asm
__asm__ asm
__alignof__ alignof
__typeof__ decltype
__thread thread_local
_Bool bool
_Noreturn
_Static_assert static_assert
_Thread_local thread_local
__restrict
__restrict__
__extension__
__DATE__ "Jan  1 2026"
__TIME__ "00:00:00"`;

let predefined: Macros | null = null;
/** The macros of a translation unit that has not begun. */
export function predefinedMacros(): Macros {
  if (predefined === null) {
    predefined = new Map();
    for (const line of PREDEFINED.split('\n')) {
      const [name, ...body] = lex(line).slice(0, -1);
      if (name) predefined.set(name.text, { params: null, variadic: false, body });
    }
  }
  return new Map(predefined);
}

/** The names whose replacement a token came out of: it is not replaced by one of them again. */
interface Hidden {
  readonly name: string;
  readonly outer: Hidden | null;
}
interface Item {
  readonly token: Token;
  readonly hidden: Hidden | null;
}
const hides = (hidden: Hidden | null, name: string): boolean => {
  for (let at = hidden; at !== null; at = at.outer) if (at.name === name) return true;
  return false;
};
/** `"%"PRIu64`, as C and g++ read it: a literal, and a macro without a blank before it. */
function apart(token: Token): [literal: Token, name: Token] {
  const { suffix } = token;
  const end = token.end - suffix.length;
  return [
    { ...token, text: token.text.slice(0, -suffix.length), end, suffix: '' },
    { ...token, kind: 'id', text: suffix, start: end, value: null, suffix: '' },
  ];
}
const VARIADIC = '__VA_ARGS__';
/** Of one file: a program with more has macros that double themselves. */
const MOST_TOKENS = 100_000;

export class Expander {
  private readonly macros: Macros;
  private readonly file: number;
  /** For __LINE__ and __FILE__: the text of the file, and its name. */
  private readonly text: string;
  private made = 0;
  private counter = 0;

  constructor(macros: Macros, file: number, text: string) {
    this.macros = macros;
    this.file = file;
    this.text = text;
  }

  /** What the tokens become. Throws a CompileError where a use of a macro is no use of it. */
  expand(tokens: readonly Token[]): Token[] {
    return this.replace(tokens.map((token) => ({ token, hidden: null }))).map((item) => item.token);
  }

  private replace(items: readonly Item[]): Item[] {
    const out: Item[] = [];
    const work = [...items].reverse();
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      const { token, hidden } = item;
      if (token.kind === 'string' && this.macros.has(token.suffix)) {
        const [literal, name] = apart(token);
        work.push({ token: name, hidden });
        out.push({ token: literal, hidden });
        continue;
      }
      const named = token.kind === 'id' || token.kind === 'keyword';
      const macro = named && !hides(hidden, token.text) ? this.macros.get(token.text) : undefined;
      const known = named ? this.computed(token) : null;
      if (known !== null) out.push({ token: known, hidden });
      else if (macro === undefined) out.push(item);
      else if (macro.params !== null && work.at(-1)?.token.text !== '(') out.push(item);
      else {
        const args = macro.params === null ? null : this.argumentsOf(token, macro, work);
        const use = { ...token, end: Math.max(token.end, args?.end ?? 0) };
        const inner = { name: token.text, outer: hidden };
        const made = this.substitute(macro, args?.list ?? [], use, inner);
        this.made += made.length + 1;
        if (this.made > MOST_TOKENS)
          this.refuse(use, `more than ${MOST_TOKENS} tokens out of macros`, 'write functions instead');
        for (let i = made.length - 1; i >= 0; i--) work.push(made[i] as Item);
      }
    }
    return out;
  }

  private computed(token: Token): Token | null {
    if (token.text === '__LINE__') {
      const line = this.text.slice(0, token.start).split('\n').length;
      return { ...token, kind: 'int', text: String(line), value: BigInt(line), suffix: '' };
    }
    if (token.text === '__FILE__')
      return { ...token, kind: 'string', text: '""', value: 'main.cpp', suffix: '' };
    if (token.text !== '__COUNTER__') return null;
    const n = this.counter++;
    return { ...token, kind: 'int', text: String(n), value: BigInt(n), suffix: '' };
  }

  /** Takes `( … )` off the work: the tokens of each argument, and where the last bracket ends. */
  private argumentsOf(name: Token, macro: Macro, work: Item[]): { list: Item[][]; end: number } {
    const params = macro.params ?? [];
    const list: Item[][] = [[]];
    work.pop();
    for (let depth = 0; ; ) {
      const item = work.pop();
      if (item === undefined || item.token.kind === 'end')
        this.refuse(
          name,
          `a use of the macro ${name.text} that is not closed`,
          'close it before the next directive',
        );
      const { text, kind } = item.token;
      const mark = kind === 'punct' ? text : '';
      if (mark === ')' && depth === 0) {
        const given = list.length === 1 && list[0]?.length === 0 && params.length === 0 ? 0 : list.length;
        const least = params.length - (macro.variadic ? 1 : 0);
        if (given < least || (given > params.length && !macro.variadic))
          this.refuse(name, `the macro ${name.text} with ${given} arguments`, `it takes ${params.length}`);
        return { list, end: item.token.end };
      }
      if (mark === '(') depth++;
      if (mark === ')') depth--;
      const rest = macro.variadic && list.length >= params.length;
      if (mark === ',' && depth === 0 && !rest) list.push([]);
      else list.at(-1)?.push(item);
    }
  }

  private substitute(macro: Macro, args: readonly Item[][], use: Token, hidden: Hidden): Item[] {
    const { params } = macro;
    const made = (token: Token, first: boolean): Item => {
      const glued = first ? use.glued : token.glued;
      return {
        token: { ...token, start: use.start, end: use.end, lineStart: first && use.lineStart, glued },
        hidden,
      };
    };
    const argument = (token: Token | undefined): Item[] | null => {
      const at = token === undefined || params === null ? -1 : params.indexOf(token.text);
      return at < 0 ? null : (args[at] ?? []);
    };
    const body = this.optional(macro, args);
    const out: Item[] = [];
    /** The left side of a ## was an empty argument. */
    let nothing = false;
    for (let i = 0; i < body.length; i++) {
      const token = body[i] as Token;
      const pasted = body[i - 1]?.text === '##' && i > 1;
      const pastes = body[i + 1]?.text === '##';
      if (token.text === '##' && i > 0 && i + 1 < body.length) continue;
      let items: Item[];
      const named = params !== null && token.text === '#' ? argument(body[i + 1]) : null;
      if (named !== null) {
        items = [made(this.quoted(token, named), false)];
        i++;
      } else {
        const arg = argument(token);
        if (arg === null) items = [made(token, i === 0)];
        else if (pasted || pastes) items = arg.map((a) => ({ ...a, hidden: join(a.hidden, hidden) }));
        else items = this.replace(arg).map((a) => ({ ...a, hidden: join(a.hidden, hidden) }));
      }
      const left = out.at(-1);
      if (pasted && left?.token.text === ',' && token.text === VARIADIC) {
        // GNU: a comma before no further arguments goes with them.
        if (items.length === 0) out.pop();
        out.push(...items);
      } else if (pasted && !nothing && left !== undefined && items[0] !== undefined) {
        out.pop();
        out.push({ token: this.glue(left.token, items[0].token, use), hidden }, ...items.slice(1));
      } else out.push(...items);
      nothing = items.length === 0 && (pasted ? nothing : true);
    }
    return out;
  }
  /** The body with each `__VA_OPT__(…)` kept or left out. */
  private optional(macro: Macro, args: readonly Item[][]): readonly Token[] {
    if (!macro.variadic || !macro.body.some((t) => t.text === '__VA_OPT__')) return macro.body;
    const given = (args[(macro.params?.length ?? 0) - 1] ?? []).length > 0;
    const out: Token[] = [];
    for (let i = 0; i < macro.body.length; i++) {
      const token = macro.body[i] as Token;
      if (token.text !== '__VA_OPT__' || macro.body[i + 1]?.text !== '(') {
        out.push(token);
        continue;
      }
      let depth = 1;
      for (i += 2; i < macro.body.length; i++) {
        const inner = macro.body[i] as Token;
        if (inner.text === '(') depth++;
        if (inner.text === ')' && --depth === 0) break;
        if (given) out.push(inner);
      }
    }
    return out;
  }
  private quoted(mark: Token, arg: readonly Item[]): Token {
    const words = arg.map(({ token }, i) => (i === 0 || token.glued ? '' : ' ') + token.text).join('');
    return { ...mark, kind: 'string', text: JSON.stringify(words), value: words, suffix: '' };
  }
  private glue(left: Token, right: Token, use: Token): Token {
    const [one, end] = lex(left.text + right.text);
    if (one === undefined || end?.kind !== 'end' || one.kind === 'bad')
      this.refuse(use, `'${left.text}' ## '${right.text}'`, 'together they must be one name or number');
    return { ...one, start: use.start, end: use.end, glued: left.glued, lineStart: left.lineStart };
  }
  private refuse(at: Token, what: string, hint: string): never {
    return unsupported({ file: this.file, start: at.start, end: at.end }, what, hint);
  }
}

function join(own: Hidden | null, added: Hidden): Hidden {
  return own === null
    ? added
    : { name: own.name, outer: own.outer === null ? added : join(own.outer, added) };
}
