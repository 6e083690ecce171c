/** Which variables and members are worth a row of their own: those that own, point, or could. */
import type { FieldView } from '../../engine';

export type Target = FieldView['targets'][number];

/** A member by its path: `connMap.map_`, `containers[0].streams`. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly targets: readonly Target[];
}

const CONTAINER =
  /^(const )?(std::)?(vector|array|deque|list|forward_list|(unordered_)?(multi)?(map|set)|queue|stack|priority_queue|optional|pair|tuple|function|future|promise|span)\b/;
const POINTER = /(shared_ptr|weak_ptr|unique_ptr)\b|[*&]( const)?$/;
const HAS_POINTER = /_ptr\b|\*/;
/** Drawn by the locks view, or a mere handle of one. */
const SYNCHRONISATION =
  /\b(\w*mutex|condition_variable(_any)?|thread|jthread|lock_guard|(unique|shared|scoped)_lock|\w*semaphore|latch|barrier|once_flag)\b/;

type Kind = 'lock' | 'owner' | 'class' | 'plain';

function kindOf({ type, targets, fields }: FieldView): Kind {
  if (SYNCHRONISATION.test(outerType(type))) return 'lock';
  const container = CONTAINER.test(type);
  if (targets.length > 0 || (container ? HAS_POINTER : POINTER).test(type)) return 'owner';
  if (container) return fields.some((field) => allTargets(field).length > 0) ? 'owner' : 'plain';
  return fields.length > 0 ? 'class' : 'plain';
}

/** Rows of a variable: a library container is one row with all that is in it; any other class gives its members. */
export function pointerLeaves(field: FieldView, path = field.name): Leaf[] {
  const kind = kindOf(field);
  if (kind === 'owner') return [leaf(path, field, allTargets(field))];
  return kind === 'class'
    ? field.fields.flatMap((member) => pointerLeaves(member, memberPath(path, member.name)))
    : [];
}

/** Plain members in short, 'dead false': what a person wants to know of an object beside its owners. */
export function scalarTexts(field: FieldView, path = field.name): string[] {
  const kind = kindOf(field);
  if (kind === 'class')
    return field.fields.flatMap((member) => scalarTexts(member, memberPath(path, member.name)));
  return kind === 'plain' && field.text !== '' ? [`${path} ${field.text}`] : [];
}

/** `std::mutex` of `std::mutex[2]`, `unique_lock` of `std::unique_lock<std::mutex>`; '' for a smart pointer to one. */
const outerType = (type: string): string => type.replace(/<.*$/s, '');

const memberPath = (path: string, name: string): string =>
  name.startsWith('[') ? `${path}${name}` : path === '' ? name : `${path}.${name}`;

/** Of a value and all within it, each object once for each way to own it. */
function allTargets(field: FieldView): Target[] {
  const found = [...field.targets, ...field.fields.flatMap(allTargets)];
  return [...new Map(found.map((target) => [`${target.object} ${target.edge}`, target])).values()];
}

function leaf(path: string, field: FieldView, targets: readonly Target[]): Leaf {
  const text = /^\{\s*(0 elements)?\s*\}$|^empty$/.test(field.text) ? '{ }' : field.text;
  return { path, text, targets };
}

export const isNull = (text: string): boolean => /^(null|nullptr|empty)$/.test(text);
