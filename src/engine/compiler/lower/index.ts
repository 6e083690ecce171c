/** Typed functions → a Program. The door of the lowering. */
import * as op from '../../bytecode/opcodes';
import {
  type Comparison,
  type FunctionInfo,
  type Local,
  MOST_THREADS,
  type Program,
  type Source,
  type Span,
  type Variable,
} from '../../bytecode/program';
import type { Checked } from '../check';
import { undeclared } from '../check/build';
import { guardOf, isWide, wordsOf } from '../check/types';
import { passing, unsupported } from '../diagnostics';
import type { Fn, GlobalVar } from '../typed';
import { CoroutineFrame, STACK_WORDS } from './coroutine-frame';
import { Emitter, node } from './emitter';
import { Frame } from './frame';
import { returnWords } from './jumps';
import { Statements } from './statements';
import { endStatics } from './statics';
import { publicName, Tables } from './tables';
import { unwindingOf } from './unwinding';

export function lower(checked: Checked, sources: readonly Source[]): Program {
  const out = new Emitter(checked.unwinds);
  const tables = new Tables();
  tables.statics = checked;
  tables.rtti = checked.rtti;
  checked.functions.forEach((fn, i) => {
    fn.index = i + 1;
  });
  // Literals must be numbered before globals get their offsets: constants stand first in global storage.
  const draft = new Emitter(checked.unwinds);
  placeGlobals(checked.globals, 0, tables);
  writeAll(checked, draft, tables);
  for (const cls of tables.vtables.keys()) {
    const at = tables.vtable(cls);
    if (checked.rtti) {
      tables.constants[at - 2] = cls.topOffset;
      tables.constants[at - 1] = tables.typeInfo(cls.type);
    }
    cls.slots.forEach((fn, i) => {
      tables.constants[at + i] = fn === null ? 0 : tables.valueOf(fn);
    });
  }
  const globalWords = placeGlobals(checked.globals, tables.constants.length, tables);
  const { functions, threadNames, comparisons } = writeAll(checked, out, tables);
  const image = new Int32Array(globalWords);
  image.set(tables.constants);
  for (const g of checked.globals) if (g.threadLocal && g.used) fillThreads(image, g, tables.threadWords);
  const globals: Variable[] = checked.globals
    .filter((g) => !g.library && !g.threadLocal)
    .map((g) => ({ name: g.name, type: tables.type(g.type), offset: g.offset }));
  return {
    code: Int32Array.from(out.code),
    functions,
    types: tables.types,
    globals,
    globalWords,
    globalImage: image,
    guards: Int32Array.from([...tables.guards, ...guardsOf(checked.globals)]),
    constantWords: tables.constants.length,
    entry: 0,
    valued: tables.valued,
    sources,
    spans: {
      pcs: Int32Array.from(out.rows, (r) => r.pc),
      file: Int32Array.from(out.rows, (r) => r.span.file),
      start: Int32Array.from(out.rows, (r) => r.span.start),
      end: Int32Array.from(out.rows, (r) => r.span.end),
    },
    texts: tables.texts,
    unwinding: unwindingOf(out, tables),
    threadNames,
    comparisons,
  };
}

/** Words of all globals, and of one frame: their offsets must fit in operands, and a Memory in 24 bits of address. */
const MAX_STORAGE = 2 ** 22;

const tooLarge = (span: Span, what: string): never =>
  unsupported(span, `more than 16 MiB of ${what}`, 'make the arrays smaller');

/** Constants, then variables, then a part for each thread. */
function placeGlobals(globals: readonly GlobalVar[], from: number, tables: Tables): number {
  const wordsFor = (g: GlobalVar): number => (g.type.kind === 'reference' ? 1 : wordsOf(g.type));
  let at = from;
  const place = (g: GlobalVar): void => {
    g.offset = at;
    at += wordsFor(g) + guardOf(g.type);
    if (at > MAX_STORAGE) tooLarge(g.span, 'global variables');
  };
  globals.filter((g) => !g.threadLocal).forEach(place);
  const start = at;
  globals.filter((g) => g.threadLocal && g.used).forEach(place);
  tables.threadWords = at - start;
  return start + tables.threadWords * MOST_THREADS;
}
/** Of arrays that all threads share. */
const guardsOf = (globals: readonly GlobalVar[]): readonly number[] =>
  globals.filter((g) => !g.threadLocal && guardOf(g.type) > 0).map((g) => g.offset + wordsOf(g.type));
/** The first value of a thread_local variable that is a constant, in every thread's part. */
function fillThreads(image: Int32Array, { init, offset }: GlobalVar, stride: number): void {
  if (init?.k !== 'const') return;
  for (let thread = 0; thread < MOST_THREADS; thread++) {
    const at = offset + thread * stride;
    image[at] = init.low;
    if (isWide(init.type)) image[at + 1] = init.high;
  }
}

function writeAll(
  checked: Checked,
  out: Emitter,
  tables: Tables,
): Pick<Program, 'threadNames' | 'comparisons'> & { functions: FunctionInfo[] } {
  const functions: FunctionInfo[] = [entry(checked, out, tables)];
  const threadNames: (readonly [number, string])[] = [];
  const comparisons: Comparison[] = [];
  for (const fn of checked.functions) {
    try {
      const made = writeFunction(fn, out, tables, checked);
      functions.push(made.info);
      threadNames.push(...made.threadNames);
      comparisons.push(...made.comparisons);
    } catch (error) {
      throw passing(error, out.span.file === 0 ? out.span : fn.span);
    }
  }
  return { functions, threadNames, comparisons };
}

function writeFunction(
  fn: Fn,
  out: Emitter,
  tables: Tables,
  { escaped, functions }: Checked,
): Pick<Program, 'threadNames' | 'comparisons'> & { info: FunctionInfo } {
  const start = out.pc;
  const argWords = placeParams(fn);
  const frame = new Frame(out, tables, argWords);
  const statements = new Statements(out, frame, tables, fn);
  frame.open();
  const { coroutine } = fn;
  const elsewhere =
    coroutine === undefined ? null : new CoroutineFrame(out, (index) => calleeWords(functions[index - 1]));
  if (coroutine !== undefined) frame.declare(coroutine.promise);
  out.elsewhere = elsewhere;
  statements.ex.coroutine = elsewhere;
  elsewhere?.enter();
  const end = fn.body?.k === 'block' ? fn.body.end : fn.span;
  const violation = node('noexcept', null, end, () => {});
  const firstSite = out.sites.length;
  out.handler = out.unwinds && fn.noexcept ? violation : null;
  if (fn.body !== null) statements.body(fn.body, end);
  frame.close(end, false);
  if (out.sites.length > firstSite) frame.writePads(firstSite, violation, escaped);
  out.handler = null;
  elsewhere?.leave();
  out.elsewhere = null;
  if (elsewhere !== null)
    tables.describeFrame(fn, CoroutineFrame.blockWords(frame.words), lastingVariables(frame.locals, tables));
  if (frame.words > MAX_STORAGE) tooLarge(fn.span, 'variables in one function');
  const args = fn.params
    // What nobody named has no name to show.
    .filter((p) => p.name !== '' && !p.name.startsWith('__'))
    .map((p) => ({
      name: p.name,
      type: p.indirect ? tables.type(referenceType(p.type)) : tables.type(p.type),
      offset: p.slot,
      begin: start,
      from: start,
      to: out.pc,
      role: p.role,
    }));
  return {
    info: {
      name: publicName(fn.name),
      start,
      end: out.pc,
      argWords,
      frameWords: elsewhere === null ? frame.words : STACK_WORDS,
      resultWords: returnWords(fn),
      locals: elsewhere === null ? [...args, ...frame.locals] : [],
      library: fn.library,
    },
    threadNames: statements.ex.threadNames,
    comparisons: statements.ex.comparisons,
  };
}

/** Gives each parameter its slot; words of all, a hidden one for the place of a class result among them. */
function placeParams(fn: Fn): number {
  let at = fn.result?.kind === 'class' ? 1 : 0;
  for (const p of fn.params) {
    p.slot = at;
    at += p.indirect || p.type.kind === 'reference' ? 1 : wordsOf(p.type);
  }
  return at;
}
const calleeWords = (fn: Fn | undefined): { argWords: number; resultWords: number } =>
  fn === undefined
    ? { argWords: 0, resultWords: 0 }
    : { argWords: placeParams(fn), resultWords: returnWords(fn) };
/** Of a coroutine's variables those whose words no other one ever has: what else is there depends on where it stopped. */
function lastingVariables(locals: readonly Local[], tables: Tables): Variable[] {
  const end = (v: Local): number => v.offset + (tables.types[v.type]?.words ?? 1);
  const apart = (a: Local, c: Local): boolean => end(a) <= c.offset || end(c) <= a.offset;
  const once = locals.filter((v) => locals.every((other) => other === v || apart(v, other)));
  return once.map(({ name, type, offset }) => ({ name, type, offset: CoroutineFrame.offsetOf(offset) }));
}

import { referenceTo, type Type } from '../check/types';

const referenceType = (t: Type): Type => referenceTo(t, false);

/** Thread 0 starts here: global constructors in order of definition, main, global destructors in reverse. */
function entry(checked: Checked, out: Emitter, tables: Tables): FunctionInfo {
  const start = out.pc;
  const frame = new Frame(out, tables, 0);
  const main = checked.main;
  const nowhere: Span = main?.span ?? { file: 0, start: 0, end: 0 };
  const fn = undeclared('program entry', nowhere, 0);
  const { ex } = new Statements(out, frame, tables, fn);
  frame.open();
  out.span = nowhere;
  out.emit(op.START);
  for (const g of checked.globals) {
    const { init } = g;
    if (
      init === null ||
      g.guard !== null ||
      g.threadLocal ||
      (init.k === 'const' && init.low === 0 && init.high === 0)
    )
      continue;
    ex.full(g.span, () => {
      const to = (): void => out.at(g.span, () => out.emit(op.GLOBAL, g.offset));
      if (g.type.kind !== 'reference') return ex.into(init, to);
      to();
      ex.value(init);
      out.emit(op.STORE);
    });
  }
  out.span = nowhere;
  if (main !== null) {
    for (const a of checked.mainArgs) ex.value(a);
    out.span = nowhere;
    out.emit(op.CALL, main.index);
    const words = returnWords(main);
    if (words > 0) out.emit(op.DROP, words);
  }
  const end = main?.body?.k === 'block' ? main.body.end : nowhere;
  out.span = end;
  endStatics(out, checked);
  out.emit(op.RET, 0);
  frame.close(end, false);
  return {
    name: publicName(fn.name),
    start,
    end: out.pc,
    argWords: 0,
    frameWords: frame.words,
    resultWords: 0,
    locals: [],
    library: true,
  };
}
