/** `__ask(condition)`: stops a program where the answer to a question about it is yes; the condition only reads, all of it at one moment. */
import { FAULT_ASSERT } from '../../bytecode/fault';
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import { ANSWER } from '../question';
import type { Ex, GlobalVar } from '../typed';
import * as b from './build';
import type { Call } from './intrinsics';
import { BOOL, INT, VOID } from './types';

export function asks({ cx, at, list, span }: Call): Ex {
  const [e] = list;
  if (e === undefined || list.length !== 1) return fail(span, 'a question is one condition', 'as x == 1');
  const arg = reading(cx.condition(cx.expr(at, e)));
  const cond: Ex = { k: 'unary', op: '!', arg, type: BOOL, cat: 'p', span };
  // Whether somebody comes there concerns nobody else.
  const question = arg.k === 'const' ? null : held(span);
  if (question !== null) cx.globals.push(question);
  return {
    k: 'assert',
    cond,
    fault: FAULT_ASSERT,
    text: ANSWER,
    question,
    type: VOID,
    cat: 'p',
    span,
  };
}

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

/** The same where atomics are read as plain variables are; fails on whatever does more than to read. */
function reading(e: Ex): Ex {
  switch (e.k) {
    case 'const':
    case 'string':
    case 'function':
    case 'local':
    case 'global':
      return e;
    case 'load':
    case 'addressOf':
      return { ...e, place: reading(e.place) };
    case 'deref':
      return { ...e, pointer: reading(e.pointer) };
    case 'field':
      return { ...e, object: reading(e.object) };
    case 'element':
      return { ...e, array: reading(e.array), index: reading(e.index) };
    case 'unary':
    case 'convert':
      return { ...e, arg: reading(e.arg) };
    case 'binary':
    case 'logical':
    case 'pointerDiff':
      return { ...e, left: reading(e.left), right: reading(e.right) };
    case 'pointerAdd':
      return { ...e, pointer: reading(e.pointer), index: reading(e.index) };
    case 'conditional':
      // biome-ignore lint/suspicious/noThenProperty: the node's name for it
      return { ...e, cond: reading(e.cond), then: reading(e.then), else: reading(e.else) };
    case 'call': {
      const [object] = e.args;
      const isAtomic = e.fn.cls?.library === 'atomic' && e.fn.isConst && e.type.kind !== 'class';
      if (isAtomic && object !== undefined) {
        const place = b.deref(reading(object));
        return b.load({
          k: 'field',
          object: place,
          offset: 0,
          name: 'value_',
          type: e.type,
          cat: 'l',
          span: e.span,
        });
      }
      return refuse(e);
    }
    default:
      return refuse(e);
  }
}

const refuse = ({ span }: Ex): never =>
  fail(span, 'a question only reads variables', 'compare variables and members, and call nothing');
