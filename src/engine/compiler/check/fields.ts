/** Where the members of a class stand in its objects, in words; and the bytes that an LP64 compiler would give them. */
import type { Span } from '../../bytecode/program';
import { unsupported } from '../diagnostics';
import { bytesOf, type ClassInfo, type Type, wordsOf } from './types';

export const isUnion = (info: ClassInfo): boolean => info.decl?.key === 'union';

/** Beyond a cache line or two nobody measures. */
const MOST_APART = 256;
function apart(words: number, aligned: number): number {
  const step = Math.min(aligned, MOST_APART);
  return Math.ceil(words / step) * step;
}
/** How a text asks how far a member is from the start of its object. */
const ASKS = /\boffsetof\b|\)\s*(?:0|NULL|nullptr)\s*\)\s*->/;
export const asksForOffsets = (text: string): boolean => ASKS.test(text);

/**
 * Classes whose members stand as many words behind the start as they do bytes under LP64: who keeps an offset, adds to it, and moves a
 * `char*` by it, to which a byte is a word, comes to the member.
 */
const measured = new WeakSet<ClassInfo>();
export const measure = (info: ClassInfo): unknown => measured.add(info);

/** What offsetof says of the member that stands `words` behind the start of an object. */
export function bytesBefore(info: ClassInfo, words: number, span: Span): bigint {
  if (!measured.has(info))
    unsupported(
      span,
      `how far a member of ${info.name} is from its start`,
      'ask that of a class of your own',
    );
  return BigInt(words);
}

/** Where what comes next begins, a member or a base. */
export function align(info: ClassInfo, to: number): void {
  info.bytes = Math.ceil(info.bytes / to) * to;
  if (!measured.has(info)) return;
  info.words = Math.ceil(Math.max(info.words, info.bytes) / to) * to;
  info.bytes = info.words;
}

/** The size of an object, once all its members are placed. */
export function close(info: ClassInfo): void {
  if (info.words === 0) info.words = 1;
  align(info, info.align);
  info.bytes = Math.max(1, info.bytes);
}

export function addField(info: ClassInfo, name: string, type: Type, mutable = false, aligned = 1): void {
  const union = isUnion(info);
  // Members that are kept apart are so in words too: programs measure the distance, and a char is a word here.
  if (aligned > 1) info.words = apart(info.words, aligned);
  const { size, align: natural } = bytesOf(type);
  const isBits = type.kind === 'int' && type.declared !== undefined;
  const most = Math.max(natural, aligned);
  if (!union && !isBits) align(info, most);
  info.fields.push({ name, type, offset: union ? 0 : info.words, isMutable: mutable });
  info.scope.names.set(name, { kind: 'field', cls: info, name });
  info.align = Math.max(info.align, most);
  if (union) {
    info.words = Math.max(info.words, wordsOf(type));
    info.bytes = Math.max(info.bytes, size);
    return;
  }
  info.words += wordsOf(type);
  const end = info.bitEnd;
  if (isBits) {
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
  info.bytes += size;
}
