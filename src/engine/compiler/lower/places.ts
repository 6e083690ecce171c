/** Questions about typed expressions that decide in what order, and how, they are lowered. */
import type { Ex } from '../typed';

/** The frame slot of a variable that nobody else can see, for a place that is one (or assigns to one); null for memory. */
export function promoted(e: Ex): number | null {
  if (e.k === 'local') return e.v.addressed ? null : e.v.slot;
  if (e.k === 'assign' || e.k === 'opAssign' || e.k === 'preStep') return promoted(e.place);
  return null;
}
export function isSimple(e: Ex): boolean {
  switch (e.k) {
    case 'local':
    case 'global':
      return true;
    case 'field':
      return isSimple(e.object);
    case 'deref':
      return e.pointer.k === 'load' && isSimple(e.pointer.place) && e.pointer.place.k === 'local';
    case 'element':
      return isSimple(e.array) && e.index.k === 'const';
    default:
      return false;
  }
}
/** A place that no expression can move: its address can be asked for at any time. */
export function isFixed(e: Ex): boolean {
  switch (e.k) {
    case 'local':
    case 'global':
      return true;
    case 'field':
      return isFixed(e.object);
    case 'element':
      return isFixed(e.array) && e.index.k === 'const';
    case 'addressOf':
      return isFixed(e.place);
    case 'deref':
      return isFixed(e.pointer);
    case 'load':
      return e.place.k === 'local' && (e.place.v.role === 'this' || e.place.v.type.kind === 'reference');
    default:
      return false;
  }
}
/** Does it do something, or only look? */
export function acts(e: Ex): boolean {
  switch (e.k) {
    case 'const':
    case 'string':
    case 'function':
    case 'vtable':
    case 'local':
    case 'global':
    case 'nothing':
      return false;
    case 'load':
    case 'addressOf':
      return acts(e.place);
    case 'deref':
      return acts(e.pointer);
    case 'field':
      return acts(e.object);
    case 'element':
      return acts(e.array) || acts(e.index);
    case 'unary':
    case 'convert':
      return acts(e.arg);
    case 'binary':
    case 'pointerDiff':
    case 'logical':
      return acts(e.left) || acts(e.right);
    case 'pointerAdd':
      return acts(e.pointer) || acts(e.index);
    case 'conditional':
      return acts(e.cond) || acts(e.then) || acts(e.else);
    default:
      return true;
  }
}
