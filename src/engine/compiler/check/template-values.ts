/** Arguments of templates: as a person writes them, and what tells one from another. */
import type { TemplateValue } from './types';

/** As a person writes it; two local types may share their name. */
export const spellValue = (v: TemplateValue): string => {
  if (v.kind === 'type') return v.type.key;
  if (v.kind === 'value') return String(v.value);
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
/** Equal exactly for equal arguments. */
export const templateValueKey = (v: TemplateValue): string => {
  if (v.kind === 'value') return String(v.value);
  if (v.kind === 'pack') return v.items.map(templateValueKey).join(',');
  return `#${identityOf(v.kind === 'type' ? v.type : v.entity)}`;
};
