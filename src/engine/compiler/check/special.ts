/** What a class says of its own copying, moving and assigning, and of its members. */
import type { VarDecl } from '../ast';
import type { ClassInfo, FunctionEntity } from './types';

/** A class that says how it is copied, assigned or destroyed is not moved by the compiler, but copied ([class.copy.ctor]/8). */
export function hasImplicitMove(info: ClassInfo): boolean {
  const kinds = info.constructors.map((f) => selfReference(f, info));
  if (kinds.includes('move')) return true;
  return !kinds.includes('copy') && info.destructor === null && assignments(info).length === 0;
}
/** The assignment operators from the class itself that it declares. */
export function assignments(info: ClassInfo): FunctionEntity[] {
  const e = info.scope.names.get('operator=');
  if (e?.kind !== 'functions') return [];
  return e.list.filter((f) => selfReference(f, info) !== null);
}
/** A constructor (or assignment) whose one parameter is the class itself. */
export function declaresCopyOrMove(info: ClassInfo): boolean {
  return info.constructors.some((c) => selfReference(c, info) !== null && c.decl.special !== 'default');
}
export function selfReference(c: FunctionEntity, info: ClassInfo): 'copy' | 'move' | null {
  const p = c.decl.params[0];
  if (p === undefined || c.decl.params.length !== 1 || c.template !== null) return null;
  const named = p.type.kind === 'reference' ? p.type.to : p.type;
  if (named.kind !== 'named') return null;
  const part = named.name.parts[named.name.parts.length - 1];
  const own = info.decl?.name?.id;
  if (part === undefined || part.id !== own) return null;
  if (part.args !== undefined && info.template !== null && part.args.length !== info.args.length) return null;
  if (
    part.args?.some(
      (a, i) =>
        a.kind === 'type' && a.type.kind === 'named' && a.type.name.parts[0]?.id !== ownParam(info, i),
    )
  )
    return null;
  return p.type.kind === 'reference' && p.type.rvalue ? 'move' : 'copy';
}
const ownParam = (info: ClassInfo, i: number): string | undefined => info.template?.decl.params[i]?.id;

export function memberDeclarations(info: ClassInfo): Map<string, VarDecl> {
  const out = new Map<string, VarDecl>();
  for (const m of info.decl?.members ?? []) if (m.kind === 'vars') for (const v of m.vars) out.set(v.id, v);
  return out;
}
