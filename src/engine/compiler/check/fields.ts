/** Where the members of a class stand in its objects, in words; and the bytes that an LP64 compiler would give them. */
import { bytesOf, type ClassInfo, type Type, wordsOf } from './types';

export const isUnion = (info: ClassInfo): boolean => info.decl?.key === 'union';

/** Beyond a cache line or two nobody measures. */
const MOST_APART = 256;
function apart(words: number, aligned: number): number {
  const step = Math.min(aligned, MOST_APART);
  return Math.ceil(words / step) * step;
}
/** What offsetof says of the member that stands `words` behind the start of an object; of bases only the first keeps its place. */
export function bytesBefore(info: ClassInfo, words: number): number {
  const own = info.fields.find(({ offset }) => offset === words);
  const [base] = info.bases;
  return own?.bytes ?? (base === undefined ? words : bytesBefore(base.info, words - base.offset));
}

export function addField(info: ClassInfo, name: string, type: Type, mutable = false, aligned = 1): void {
  const union = isUnion(info);
  // Members that are kept apart are so in words too: programs measure the distance, and a char is a word here.
  if (aligned > 1) info.words = apart(info.words, aligned);
  const { size, align: natural } = bytesOf(type);
  const align = Math.max(natural, aligned);
  const bytes = union ? 0 : Math.ceil(info.bytes / align) * align;
  info.fields.push({ name, type, offset: union ? 0 : info.words, bytes, isMutable: mutable });
  info.scope.names.set(name, { kind: 'field', cls: info, name });
  info.align = Math.max(info.align, align);
  if (union) {
    info.words = Math.max(info.words, wordsOf(type));
    info.bytes = Math.max(info.bytes, size);
    return;
  }
  info.words += wordsOf(type);
  const end = info.bitEnd;
  if (type.kind === 'int' && type.declared !== undefined) {
    // Packed behind the field before, unless it would cross a border of its declared type.
    const from = Math.max(end, end > (info.bytes - 1) * 8 ? end : info.bytes * 8);
    const unit = size * 8;
    const start =
      Math.floor(from / unit) === Math.floor((from + type.bits - 1) / unit)
        ? from
        : Math.ceil(from / unit) * unit;
    info.bitEnd = start + type.bits;
    info.bytes = Math.max(info.bytes, Math.ceil((start + type.bits) / 8));
    return;
  }
  info.bytes = Math.ceil(info.bytes / align) * align + size;
}
