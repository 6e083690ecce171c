/** Parameters of functions: their variables, and the names that the body knows them by ([dcl.fct]). */
import type { FunctionDecl } from '../ast';
import type { Fn, LocalVar } from '../typed';
import type { Scope } from './scope';
import { constOf, decay, pointerTo, type Type } from './types';

export function newLocal(
  fn: Fn,
  name: string,
  type: Type,
  role: LocalVar['role'],
  indirect = false,
): LocalVar {
  return {
    name,
    type,
    owner: fn,
    role,
    addressed: type.kind === 'class' || type.kind === 'array',
    indirect,
    constant: null,
    destroy: null,
    slot: -1,
  };
}

export function makeParams(fn: Fn, names: readonly string[]): LocalVar[] {
  const list: LocalVar[] = [];
  if (fn.hasThis && fn.cls !== null)
    list.push(newLocal(fn, 'this', pointerTo(fn.isConst ? constOf(fn.cls.type) : fn.cls.type), 'this'));
  fn.paramTypes.forEach((t, i) => {
    list.push(newLocal(fn, names[i] ?? '', t, 'argument', t.kind === 'class'));
  });
  return list;
}

export const param = (t: Type): Type =>
  t.kind === 'array' || t.kind === 'function' ? decay(t) : t.kind === 'reference' ? t : t.plain;

export function nameParams(fn: Fn, decl: FunctionDecl, scope: Scope): void {
  let at = fn.hasThis ? 1 : 0;
  for (const p of decl.params) {
    const count = p.pack ? fn.params.length - at - (decl.params.length - 1 - decl.params.indexOf(p)) : 1;
    const mine = fn.params.slice(at, at + count);
    at += count;
    for (const v of mine) v.name = p.id;
    if (p.id === '') continue;
    if (p.pack) scope.names.set(p.id, { kind: 'localPack', items: mine });
    else if (mine[0] !== undefined) scope.names.set(p.id, { kind: 'local', v: mine[0] });
  }
}
