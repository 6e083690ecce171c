/** Concepts, constraints and requires expressions ([temp.constr], [expr.prim.req]): what does not hold, or cannot be written, is false. */
import type { Span } from '../../bytecode/program';
import type { Expr, Name, Param, Requirement, TemplateDecl } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { unevaluated } from './nesting';
import { mayThrow } from './nothrow';
import { expand } from './packs';
import { spell } from './resolve';
import { type Entity, Scope } from './scope';
import { spellValue } from './template-values';
import { bind } from './templates';
import { type FunctionEntity, referenceTo, type TemplateValue, type Type } from './types';

type Concept = Extract<Entity, { kind: 'concept' }>;

/** Is the expression taken and true? What cannot be written with these types is not satisfied, and no fault ([temp.constr.atomic]/3). */
function satisfied(cx: Checker, at: Place, e: Expr): boolean {
  if (e.kind === 'paren') return satisfied(cx, at, e.inner);
  if (e.kind === 'binary' && e.op === '&&') return satisfied(cx, at, e.left) && satisfied(cx, at, e.right);
  if (e.kind === 'binary' && e.op === '||') return satisfied(cx, at, e.left) || satisfied(cx, at, e.right);
  return taken(cx, () => cx.constant(at, e)) === 1;
}
/** What `make` gives, or null where it is not C++. */
function taken<T>(cx: Checker, make: () => T): T | null {
  try {
    return unevaluated(cx, make);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return null;
  }
}

/** `C<values…>` */
export function conceptHolds(
  cx: Checker,
  concept: Concept,
  values: readonly TemplateValue[],
  span: Span,
): boolean {
  const scope = new Scope(concept.scope, concept.scope.library, concept.scope.path);
  bind(cx, scope, concept.decl, values, span);
  return concept.decl.decl.kind === 'concept' && satisfied(cx, outside(cx, scope), concept.decl.decl.value);
}
const outside = (cx: Checker, scope: Scope): Place => ({ scope, fn: cx.outside });
function conceptOf(cx: Checker, scope: Scope, name: Name): Concept {
  const last = name.parts.at(-1);
  const bare: Name = {
    ...name,
    parts: [...name.parts.slice(0, -1), ...(last === undefined ? [] : [{ id: last.id, span: last.span }])],
  };
  const e = cx.lookup(outside(cx, scope), bare);
  return e.kind === 'concept' ? e : fail(name.span, `'${spell(name)}' is not a concept`);
}
/** Does the type fit `C`, or `C<args…>`, whose first argument it is? */
function fits(cx: Checker, scope: Scope, name: Name, value: TemplateValue): boolean {
  const rest = cx.templateArgs(scope, name.parts.at(-1)?.args ?? []);
  return conceptHolds(cx, conceptOf(cx, scope, name), [value, ...rest], name.span);
}

/** The first constraint that the arguments bound in `scope` do not satisfy, in words; null where all hold. */
export function unsatisfied(
  cx: Checker,
  scope: Scope,
  template: TemplateDecl | null,
  values: readonly TemplateValue[],
  clause: Expr | null,
): string | null {
  for (const [i, p] of (template?.params ?? []).entries()) {
    const value = values[i];
    if (p.kind !== 'typeParam' || p.constraint === null || value === undefined) continue;
    const { constraint } = p;
    const all = value.kind === 'pack' ? value.items : [value];
    const wrong = all.find((v) => !fits(cx, scope, constraint, v));
    if (wrong !== undefined) return `${spellValue(wrong)} is not ${spell(constraint)}`;
  }
  for (const e of [template?.requires ?? null, clause])
    if (e !== null && !satisfied(cx, outside(cx, scope), e))
      return `what it requires does not hold: ${cx.sources[e.span.file]?.text.slice(e.span.start, e.span.end) ?? ''}`;
  return null;
}
/** A scope in which the clause behind a function's parameters can name them, as `decltype(a)`. */
export function withParameters(cx: Checker, scope: Scope, params: readonly Param[]): Scope {
  const inner = new Scope(scope, scope.library, scope.path);
  const made = (p: Param, s: Scope) => {
    const t = cx.type(s, p.type);
    return cx.newLocal(cx.outside, p.id, t, 'argument', t.kind === 'class');
  };
  for (const p of params)
    inner.names.set(
      p.id,
      p.pack
        ? { kind: 'localPack', items: expand(scope, p.type, p.span, (s) => made(p, s)) }
        : { kind: 'local', v: made(p, scope) },
    );
  return inner;
}

/** The atomic constraints of a function or a class template: each stands in one place of the source, however often it is named. */
function atoms(cx: Checker, scope: Scope, e: Expr, out = new Set<object>()): Set<object> {
  if (e.kind === 'paren') return atoms(cx, scope, e.inner, out);
  if (e.kind === 'binary' && e.op === '&&') {
    atoms(cx, scope, e.left, out);
    return atoms(cx, scope, e.right, out);
  }
  const concept = e.kind === 'name' ? taken(cx, () => conceptOf(cx, scope, e)) : null;
  if (concept === null) return out.add(e);
  return concept.decl.decl.kind === 'concept' ? atoms(cx, concept.scope, concept.decl.decl.value, out) : out;
}
function constraints(cx: Checker, scope: Scope, template: TemplateDecl | null, clause: Expr | null) {
  const out = new Set<object>();
  for (const p of template?.params ?? [])
    if (p.kind === 'typeParam' && p.constraint !== null) atoms(cx, scope, p.constraint, out);
  for (const e of [template?.requires ?? null, clause]) if (e !== null) atoms(cx, scope, e, out);
  return out;
}
/** [temp.constr.order]: all that y asks for, and more. */
const subsumes = (x: ReadonlySet<object>, y: ReadonlySet<object>): boolean =>
  x.size > y.size && [...y].every((a) => x.has(a));
export const moreConstrained = (cx: Checker, x: FunctionEntity, y: FunctionEntity): boolean =>
  subsumes(
    constraints(cx, x.scope, x.template, x.decl.requires),
    constraints(cx, y.scope, y.template, y.decl.requires),
  );
export const moreConstrainedClass = (cx: Checker, scope: Scope, x: TemplateDecl, y: TemplateDecl): boolean =>
  subsumes(constraints(cx, scope, x, null), constraints(cx, scope, y, null));

export function requiresExpr(cx: Checker, at: Place, e: Extract<Expr, { kind: 'requires' }>): Ex {
  const scope = new Scope(at.scope, at.scope.library, at.scope.path);
  const here = { scope, fn: at.fn };
  const holds = taken(cx, () => {
    for (const p of e.params) {
      const t = cx.type(scope, p.type, here);
      scope.names.set(p.id, {
        kind: 'local',
        v: cx.newLocal(at.fn, p.id, t, 'argument', t.kind === 'class'),
      });
    }
    return e.requirements.every((r) => met(cx, here, r));
  });
  return b.bool(holds === true, e.span);
}
function met(cx: Checker, at: Place, r: Requirement): boolean {
  if (r.kind === 'nested') return satisfied(cx, at, r.expr);
  if (r.kind === 'type') return taken(cx, () => cx.type(at.scope, r.type, at)) !== null;
  const made = taken(cx, () => cx.expr(at, r.expr));
  if (made === null || (r.isNoexcept && mayThrow(made))) return false;
  if (r.result === null) return true;
  return fits(cx, at.scope, r.result, { kind: 'type', type: typeOf(made) });
}
/** `decltype((e))` */
const typeOf = (e: Ex): Type => (e.cat === 'p' ? e.type : referenceTo(e.type, e.cat === 'x'));
