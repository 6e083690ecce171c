/** A variable or parameter of the function that is given back by its name is moved ([class.copy.elision]/3). */
import type { Expr } from '../ast';
import type { Place } from './context';

export function isMoved(at: Place, e: Expr): boolean {
  if (e.kind === 'paren') return isMoved(at, e.inner);
  if (e.kind !== 'name' || e.parts.length !== 1) return false;
  const found = at.scope.find(e.parts[0]?.id ?? '');
  if (found?.kind !== 'local' || found.v.owner !== at.fn) return false;
  const t = found.v.type;
  return !t.isConst && (t.kind !== 'reference' || t.rvalue);
}
