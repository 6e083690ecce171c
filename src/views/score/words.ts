/** Names and reasons in the few letters that there is room for. */
import { isBare } from '../../engine';
import { clipped, fitting, textWidth } from '../parts/lines';

/** Letters a cut name needs to show both its ends, and how many of them are its end. */
const ENDS = 10;
const TAIL = 4;

/**
 * The name of a lock, variable or object in few letters: the member without its owner, and cut in the middle where there is room for both
 * ends, which tell long names apart: `closeAll…Lock` is not `closeAllStreams`. One that is only called 'lock' keeps its owner, and is never
 * called as that one is. What loses its end says so with an ellipsis: `ready` is never `read`. An index anywhere in it stays, since it tells `streams[0].rwlock` from `streams[1].rwlock`.
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
  // The ellipsis parts the index from the stem: a space more would push it over the edge of its cell.
  return stem.length <= room ? stem + index : `${stem.slice(0, room - 1)}…${index.trim()}`;
}

/** 'waits for connsLock, held by bucket_del' in as many words as there is room for. */
export function shortReason(reason: string, width: number): string {
  const [what] = reason.split(',');
  const brief = what.replace(/^wait(s|ing) for (a notify on )?/, 'waits: ');
  return fitting([reason, what, brief], width) || clipped(brief, width);
}

/** A short name without the last letters that would be cut through, because of wide ones among them: an ellipsis is there instead, an index stays. */
export function uncut(name: string, width: number): string {
  const wide = name.match(/[mwMW]/g)?.length ?? 0;
  const fits = textWidth(name) + wide * textWidth('m') * 0.6 <= width;
  if (fits || name.length <= 2 || /[ …]\d+$/.test(name)) return name;
  return uncut(`${name.replace(/…$/, '').slice(0, name.endsWith('…') ? -1 : -2)}…`, width);
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
