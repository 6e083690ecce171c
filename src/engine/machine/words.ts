/** Reading single words of a memory: nothing here throws, whatever the address is. */
import { NOTHING, READY } from './layout';
import type { Machine } from './memory';

/** The shadow of a word, NOTHING outside of the data. */
export function shadowAt({ words, layout }: Machine, address: number): number {
  return address >= layout.globals && address < layout.end ? words[address + layout.shadow] : NOTHING;
}

/** An initialised word; null where there is none. */
export const wordAt = (machine: Machine, address: number): number | null =>
  shadowAt(machine, address) === READY ? machine.words[address] : null;

const LONGEST_TEXT = 64;

/** The characters a char pointer points to, in quotes; `length` where they do not end in a zero. */
export function quoted(machine: Machine, address: number, length = Number.POSITIVE_INFINITY): string {
  let text = '';
  for (let at = address; at < address + length; at++) {
    const character = wordAt(machine, at);
    if (character === null) return '?';
    if (character === 0 && length === Number.POSITIVE_INFINITY) break;
    if (text.length >= LONGEST_TEXT) return `${JSON.stringify(text).slice(0, -1)}…"`;
    text += String.fromCharCode(character);
  }
  return JSON.stringify(text);
}
