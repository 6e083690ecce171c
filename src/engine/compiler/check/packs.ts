/** Parameter packs: which names stand for one, and what is written once for each element ([temp.variadic]). */
import type { Span } from '../../bytecode/program';
import type { NamePart } from '../ast';
import { fail } from '../diagnostics';
import { type Entity, entityOf, Scope } from './scope';
import type { TemplateValue } from './types';

type Pack = Extract<Entity, { kind: 'localPack' | 'placePack' }>['items'] | readonly TemplateValue[];

/** The elements of the pack that a name stands for; null if it is none. */
export function packOf(scope: Scope, id: string): Pack | null {
  const e = scope.find(id);
  if (e?.kind === 'localPack' || e?.kind === 'placePack') return e.items;
  return e?.kind === 'templateValue' && e.value.kind === 'pack' ? e.value.items : null;
}

export const namesPack = (scope: Scope, pattern: object): boolean =>
  namesIn(pattern).some((id) => packOf(scope, id) !== null);

/** Runs `make` once per element of the packs that `pattern` names, with each name bound to its element. */
export function expand<T>(scope: Scope, pattern: object, span: Span, make: (scope: Scope) => T): T[] {
  const packs = new Map<string, Pack>();
  for (const id of new Set(namesIn(pattern))) {
    const items = packOf(scope, id);
    if (items !== null) packs.set(id, items);
  }
  const lengths = new Set([...packs.values()].map((items) => items.length));
  if (lengths.size === 0) fail(span, 'there is no pack to expand here');
  if (lengths.size > 1) fail(span, 'the packs expanded here have different lengths');
  const out: T[] = [];
  for (let i = 0; i < Math.max(...lengths); i++) {
    const inner = new Scope(scope, scope.library);
    for (const [id, items] of packs) {
      const one = items[i];
      if (one === undefined) continue;
      inner.names.set(id, 'make' in one ? one : 'kind' in one ? entityOf(one) : { kind: 'local', v: one });
    }
    out.push(make(inner));
  }
  return out;
}

/** Every unqualified identifier in a piece of syntax. */
export function namesIn(node: unknown, out: string[] = []): string[] {
  if (Array.isArray(node)) for (const n of node) namesIn(n, out);
  else if (typeof node === 'object' && node !== null) {
    const n = node as { kind?: unknown; parts?: readonly NamePart[] };
    if (n.kind === 'name' && n.parts?.[0] !== undefined) out.push(n.parts[0].id);
    if (n.kind === 'this') out.push('this');
    for (const [key, v] of Object.entries(node)) if (key !== 'span') namesIn(v, out);
  }
  return out;
}
