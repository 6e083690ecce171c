/** Syntax trees → typed functions and globals. The door of the checker: what is checked, and in what order. */
import type { ClassDecl, Decl, FunctionDecl, TranslationUnit } from '../ast';
import type { Diagnostic } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import { assemble, type Sources } from './assemble';
import { argumentsOf, entryOf } from './entry';
import { ESCAPED } from './exceptions';
import { asksForOffsets } from './fields';
import { defined } from './globals';
import { Reporter } from './reporter';
import { Scope } from './scope';
import type { ClassInfo, FunctionEntity } from './types';

export interface Checked {
  readonly functions: readonly Fn[];
  readonly globals: readonly GlobalVar[];
  readonly main: Fn | null;
  /** What it is called with: its name alone, where it asks for arguments. */
  readonly mainArgs: readonly Ex[];
  /** The destructor of each global, null where trivial. */
  readonly globalEnds: ReadonlyMap<GlobalVar, Fn>;
  /** Objects are asked for their class. */
  readonly rtti: boolean;
  /** Exceptions are thrown and caught: calls that one leaves need a handler. */
  readonly unwinds: boolean;
  /** What runs where an exception would leave a noexcept function. */
  readonly escaped: Fn | null;
  /** What destroys a thread's thread_local objects, if there are any. */
  readonly threadExit: Fn | null;
  /** What calls the functions given to std::atexit, if any are. */
  readonly exitHandlers: Fn | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** `entry`: the function that is run, with `args` behind the name of the program. */
export function check(
  units: readonly TranslationUnit[],
  sources: Sources,
  { entry, args }: { readonly entry: string; readonly args: readonly string[] },
): Checked {
  const global = new Scope(null, false);
  const std = new Scope(global, true);
  global.names.set('std', { kind: 'namespace', scope: std });
  const cx = assemble(global, std, sources);
  const report = new Reporter();
  const written = units.at(-1)?.decls;
  // What the text cannot hold is not sought in the tree.
  const text = sources[0]?.text ?? '';
  cx.uses.parts = MAY_HAVE_PARTS.test(text) && some(written, hasParts);
  cx.uses.text = text;
  cx.uses.offsets = asksForOffsets(text);
  cx.uses.tries = text.includes('try') && some(written, isTry);
  cx.uses.rtti = cx.uses.parts;
  cx.uses.c = units.at(-1)?.isC === true;
  for (const unit of units)
    for (const d of unit.isC ? withoutOpen(unit.decls) : unit.decls)
      report.guard(null, () => cx.declare(global, d, { scope: global, fn: cx.outside }));
  const main = entryOf(cx, entry, report);
  let mainArgs: readonly Ex[] = [];
  if (main !== null)
    report.guard(main, () => {
      mainArgs = argumentsOf(cx, main, args);
    });
  for (const e of userFunctions(global))
    report.guard(null, () => cx.use(cx.instance(e, null, e.decl.span), e.decl.name.span));
  for (let i = 0; i < cx.functions.length; i++) {
    const fn = cx.functions[i];
    if (fn !== undefined) report.guard(fn, () => fn.check());
  }
  const globalEnds = new Map<GlobalVar, Fn>();
  for (const g of cx.globals) {
    report.guard(null, () => {
      const end = cx.destructorOf(g.type, g.span);
      if (end !== null) globalEnds.set(g, end);
    });
  }
  for (let i = 0; i < cx.functions.length; i++) {
    const fn = cx.functions[i];
    if (fn !== undefined && fn.state === 'declared') report.guard(fn, () => fn.check());
  }
  const { functions } = cx;
  let globals: readonly GlobalVar[] = [];
  report.guard(null, () => {
    globals = defined(cx);
  });
  return {
    functions,
    globals,
    main,
    mainArgs,
    globalEnds,
    rtti: cx.uses.rtti,
    unwinds: cx.uses.throws && cx.uses.catches,
    escaped: functions.find((fn) => fn.library && fn.entity?.name === ESCAPED) ?? null,
    threadExit: functions.find((fn) => fn.library && fn.entity?.name === '__end_thread') ?? null,
    exitHandlers: functions.find((fn) => fn.library && fn.entity?.name === '__run_exit_handlers') ?? null,
    diagnostics: report.diagnostics,
  };
}
const MAY_HAVE_PARTS = /\b(?:class|struct)\b[^;{}()]*:[^;{}()]*(?:,|\.\.\.)|throw_with_nested/;

/** Of C: without `T f();`, which says nothing of parameters, where f is declared with some. */
function withoutOpen(decls: readonly Decl[]): readonly Decl[] {
  const idOf = (d: FunctionDecl): string => d.name.parts.at(-1)?.id ?? '';
  const full = new Set(decls.flatMap((d) => (d.kind === 'function' && d.params.length > 0 ? [idOf(d)] : [])));
  return decls.filter(
    (d) => d.kind !== 'function' || d.body !== null || d.params.length > 0 || !full.has(idOf(d)),
  );
}
/** Does some node of the syntax answer? */
function some(node: unknown, is: (node: object) => boolean): boolean {
  if (Array.isArray(node)) return node.some((n) => some(n, is));
  if (typeof node !== 'object' || node === null) return false;
  return is(node) || Object.entries(node).some(([key, v]) => key !== 'span' && some(v, is));
}

/** A class with several bases, or one of the library's asked for. */
function hasParts(node: object): boolean {
  const { kind, bases } = node as Partial<ClassDecl>;
  if (kind === 'class' && bases !== undefined && (bases.length > 1 || bases[0]?.pack === true)) return true;
  return (node as { id?: unknown }).id === 'throw_with_nested';
}
const isTry = (node: object): boolean => (node as { kind?: unknown }).kind === 'try';

/** Every non-template function and member of the user's file: checked even if nobody calls it. */
function userFunctions(scope: Scope, seen = new Set<unknown>()): FunctionEntity[] {
  const out: FunctionEntity[] = [];
  const ofClass = (info: ClassInfo): void => {
    if (
      seen.has(info) ||
      info.scope.library ||
      info.template !== null ||
      info.isLambda ||
      info.decl?.members == null
    )
      return;
    seen.add(info);
    if (info.state !== 'complete') return;
    for (const f of [...info.constructors, ...(info.destructor === null ? [] : [info.destructor])])
      if (own(f)) out.push(f);
    out.push(...userFunctions(info.scope, seen));
  };
  const own = (f: FunctionEntity): boolean =>
    !f.library && f.template === null && f.decl.special === '' && f.decl.body !== null;
  for (const e of scope.names.values()) {
    if (e.kind === 'namespace' && !e.scope.library && !seen.has(e.scope)) {
      seen.add(e.scope);
      out.push(...userFunctions(e.scope, seen));
    } else if (e.kind === 'functions') out.push(...e.list.filter((f) => own(f) && !out.includes(f)));
    else if (e.kind === 'type' && e.type.kind === 'class') ofClass(e.type.info);
  }
  return out;
}
