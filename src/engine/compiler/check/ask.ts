/** `__ask(condition)`: stops a program where the answer to a question about it is yes; the condition only reads, all of it at one moment. */
import { FAULT_ASSERT } from '../../bytecode/fault';
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import { ANSWER } from '../query';
import type { Ex, GlobalVar } from '../typed';
import * as b from './build';
import type { Call } from './intrinsic-call';
import { libraryFunction } from './library';
import { BOOL, INT, VOID } from './types';

export function asks(call: Call): Ex {
  const { cx, span } = call;
  const condition = asked(call, atOnce);
  // Whether somebody comes there concerns nobody else.
  const question = condition.k === 'const' ? null : held(span);
  if (question !== null) cx.globals.push(question);
  return stops(condition, question, span);
}

/** `__ask_weak(condition)`: the same where each atomic is read by a relaxed load, as threads of a weak memory see it. */
export function asksWeak(call: Call): Ex {
  const { cx, span } = call;
  const relaxed: ReadsAtomic = (object, { type }) =>
    libraryFunction(cx, '__seen', [object.type, type], [b.addressOf(object)], span);
  return stops(asked(call, relaxed), null, span);
}

function asked({ cx, at, list, span }: Call, readsAtomic: ReadsAtomic): Ex {
  const [e] = list;
  if (e === undefined || list.length !== 1) return fail(span, 'a question is one condition', 'as x == 1');
  return reading(cx.condition(cx.expr(at, e)), readsAtomic);
}

const stops = (arg: Ex, question: GlobalVar | null, span: Span): Ex => ({
  k: 'assert',
  cond: { k: 'unary', op: '!', arg, type: BOOL, cat: 'p', span },
  fault: FAULT_ASSERT,
  text: ANSWER,
  question,
  type: VOID,
  cat: 'p',
  span,
});

/** What is held while the variables of a question are read. */
const held = (span: Span): GlobalVar => ({
  name: '',
  type: INT,
  offset: -1,
  init: null,
  guard: null,
  threadLocal: false,
  used: true,
  library: true,
  span,
});

/** How a call is written that reads an atomic. */
type ReadsAtomic = (object: Ex, e: Ex) => Ex;

/** As plain variables are read. */
const atOnce: ReadsAtomic = (object, { type, span }) =>
  b.load({ k: 'field', object, offset: 0, name: 'value_', type, cat: 'l', span });

/** The same, its atomics read as `readsAtomic` says; fails on whatever does more than to read. */
function reading(e: Ex, readsAtomic: ReadsAtomic): Ex {
  const part = (each: Ex): Ex => reading(each, readsAtomic);
  switch (e.k) {
    case 'const':
    case 'string':
    case 'function':
    case 'local':
    case 'global':
      return e;
    case 'load':
    case 'addressOf':
      return { ...e, place: part(e.place) };
    case 'deref':
      return { ...e, pointer: part(e.pointer) };
    case 'field':
      return { ...e, object: part(e.object) };
    case 'element':
      return { ...e, array: part(e.array), index: part(e.index) };
    case 'unary':
    case 'convert':
      return { ...e, arg: part(e.arg) };
    case 'binary':
    case 'logical':
    case 'pointerDiff':
      return { ...e, left: part(e.left), right: part(e.right) };
    case 'pointerAdd':
      return { ...e, pointer: part(e.pointer), index: part(e.index) };
    case 'conditional':
      // biome-ignore lint/suspicious/noThenProperty: the node's name for it
      return { ...e, cond: part(e.cond), then: part(e.then), else: part(e.else) };
    case 'call': {
      const [object] = e.args;
      const isAtomic = e.fn.cls?.library === 'atomic' && e.fn.isConst && e.type.kind !== 'class';
      if (isAtomic && object !== undefined) return readsAtomic(b.deref(part(object)), e);
      return refuse(e);
    }
    default:
      return refuse(e);
  }
}

const refuse = ({ span }: Ex): never =>
  fail(span, 'a question only reads variables', 'compare variables and members, and call nothing');
