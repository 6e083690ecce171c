/** Pointers to data members: an offset + 1, so that null is none of them. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { INT, pointerTo, withConst } from './types';

/** `object.*pointer`, of a data member. */
export function pointedMember(object: Ex, pointer: Ex, span: Span): Ex {
  if (pointer.type.kind !== 'memberPointer')
    return fail(span, `${pointer.type.key} is no pointer to a member`);
  const index: Ex = b.binary('-', { ...pointer, type: INT }, b.int(1, span), INT, span);
  const words = { ...b.addressOf(object), type: pointerTo(INT) };
  const at: Ex = { k: 'pointerAdd', pointer: words, index, negate: false, type: words.type, cat: 'p', span };
  const to = withConst(pointer.type.to, object.type.isConst || pointer.type.to.isConst);
  return { ...b.deref({ ...at, type: pointerTo(to) }, object.cat === 'l' ? 'l' : 'x'), span };
}
