/** Can an expression throw ([except.spec])? The user's functions say so themselves; the library's and the compiler's are looked into. */
import * as op from '../../bytecode/opcodes';
import type { Ex, Fn } from '../typed';

const ENTITIES = new Set(['fn', 'v', 'g', 'cls', 'of', 'type', 'span', 'destroy']);

export function mayThrow(e: Ex): boolean {
  return within(e);
}
/** Some part of a typed tree that can. */
function within(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(within);
  if (typeof node !== 'object' || node === null) return false;
  const e = node as Partial<Ex>;
  if (e.k === 'throw' || e.k === 'new' || e.k === 'callPointer') return true;
  if (e.k === 'op' && e.opcode === op.NEWN) return true;
  if ((e.k === 'call' || e.k === 'callVirtual' || e.k === 'construct') && e.fn && functionMayThrow(e.fn))
    return true;
  return Object.entries(node).some(([key, v]) => !ENTITIES.has(key) && within(v));
}

function functionMayThrow(fn: Fn): boolean {
  if (fn.noexcept) return false;
  const written = fn.entity !== null && !fn.library && fn.entity.decl.special !== 'default';
  if (written) return true;
  if (fn.mayThrow !== undefined) return fn.mayThrow;
  // A recursion throws only if something else of it does.
  fn.mayThrow = false;
  fn.check();
  fn.mayThrow = within(fn.body);
  return fn.mayThrow;
}
