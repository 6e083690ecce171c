/** Arguments of templates: as a person writes them, and what tells one from another. */
import type { Ex } from '../typed';
import type { TemplateValue } from './types';

/** As a person writes it; two local types may share their name. */
export const spellValue = (v: TemplateValue): string => {
  if (v.kind === 'type') return v.type.key;
  if (v.kind === 'value') return v.place === undefined ? String(v.value) : nameOf(v.place);
  if (v.kind === 'pack') return v.items.map(spellValue).join(', ');
  return v.entity.kind === 'classTemplate' ? v.entity.name : 'an alias template';
};
const identities = new WeakMap<object, number>();
let lastIdentity = 0;
function identityOf(of: object): number {
  const known = identities.get(of) ?? ++lastIdentity;
  identities.set(of, known);
  return known;
}
const isAddress = (e: Ex): e is Extract<Ex, { k: 'addressOf' }> => e.k === 'addressOf';
/** The function or the variable of static storage that a constant designates or points to; null for anything else. */
function designated(e: Ex): { readonly name: string } | null {
  if (e.k === 'function') return e.fn;
  if (isAddress(e)) return designated(e.place);
  return e.k === 'global' ? e.g : null;
}
const nameOf = (e: Ex): string => `${isAddress(e) ? '&' : ''}${designated(e)?.name}`;
/** The argument that is a function, a variable, or the address of one ([temp.arg.nontype]/2). */
export function placeArg(e: Ex): TemplateValue | null {
  const of = designated(e);
  if (of === null) return null;
  const numbered = 2n ** 62n + BigInt(2 * identityOf(of) + (isAddress(e) ? 1 : 0));
  return { kind: 'value', value: numbered, type: e.type, place: e };
}
/** Equal exactly for equal arguments. */
export const templateValueKey = (v: TemplateValue): string => {
  if (v.kind === 'value') return String(v.value);
  if (v.kind === 'pack') return v.items.map(templateValueKey).join(',');
  return `#${identityOf(v.kind === 'type' ? v.type : v.entity)}`;
};
