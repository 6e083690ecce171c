/** Words for small places, and the widths they need. */
import { isBare } from '../../engine';

/** Width of a character of the widest label font, per px of size: enough to know what fits. */
const CHARACTER = 0.6;

export function textWidth(text: string, size = 10.5): number {
  return text.length * size * CHARACTER;
}

/** The first of the texts that fits, or ''. */
export function fitting(texts: readonly string[], width: number, size = 10.5): string {
  return texts.find((text) => textWidth(text, size) <= width) ?? '';
}

/** `text`, cut with an ellipsis where it is longer than `width`; '' where not even three letters fit. */
export function clipped(text: string, width: number, size = 10.5): string {
  if (textWidth(text, size) <= width) return text;
  const room = Math.floor(width / textWidth('m', size)) - 1;
  return room < 3 ? '' : `${text.slice(0, room).trimEnd()}…`;
}

/** Letters a cut name needs to show both its ends, and how many of them are its end. */
const ENDS = 10;
const TAIL = 4;

/**
 * The name of a lock, variable or object in few letters: the member without its owner, and cut in the middle where there is room for both
 * ends, which tell long names apart: `closeAll…Lock` is not `closeAllStreams`. One that is only called 'lock' keeps its owner, and is never
 * called as that one is. An index anywhere in it stays, since it tells `streams[0].rwlock` from `streams[1].rwlock`.
 */
export function shortName(name: string, width: number): string {
  if (textWidth(name) <= width) return name;
  const number = /[[ ](\d+)\]?(?!.*[[ ]\d)/.exec(name)?.[1];
  const index = number === undefined ? '' : ` ${number}`;
  const parts = name.replace(/[[ ]\d+\]?/g, '').split(/\.|::|->/);
  const last = parts.at(-1) ?? name;
  const bare = isBare(last) && parts.length > 1;
  const member = bare ? `${parts.at(-2)}.${last}` : last;
  const found = fitting([member + index], width);
  if (found !== '') return found;
  const room = Math.max(2, Math.floor(width / textWidth('m')) - index.length);
  if (room >= ENDS || (bare && room > TAIL + 2))
    return `${member.slice(0, room - TAIL - 1)}…${member.slice(-TAIL)}${index}`;
  const stem = member.replace(/(?<=\w{2})_?(lock|mutex)$/i, '');
  return stem.slice(0, room) + index;
}

/** 'waits for connsLock, held by bucket_del' in as many words as there is room for. */
export function shortReason(reason: string, width: number): string {
  const [what] = reason.split(',');
  const brief = what.replace(/^wait(s|ing) for (a notify on )?/, 'waits: ');
  return fitting([reason, what, brief], width) || clipped(brief, width);
}

/** A short name without the last letters that would be cut through, because of wide ones among them; an index stays. */
export function uncut(name: string, width: number): string {
  const wide = name.match(/[mwMW]/g)?.length ?? 0;
  const fits = textWidth(name) + wide * textWidth('m') * 0.6 <= width;
  return fits || name.length <= 2 || / \d+$/.test(name) ? name : uncut(name.slice(0, -1), width);
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
