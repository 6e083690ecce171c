/**
 * Event lists by hand, one step an event: '0 spawn 1; 1 write x; 0 read x'. A name stands for an address of its own, 'x+1' for the
 * word after, 'x*3' for three words; '=5' is the value, '@7' the pc (otherwise the number of the event, from 1).
 */
import { events } from '../../bytecode/event';

const KINDS: ReadonlyMap<string, number> = new Map(events.map((row, kind) => [row?.name ?? '', kind]));

export interface NotedStep {
  readonly thread: number;
  readonly words: Int32Array;
}

const EVENT =
  /^(?<thread>\d+) (?<kind>[a-z-]+)(?: (?<name>\w+)(?:\+(?<plus>\d+))?(?:\*(?<size>\d+))?)?(?: =(?<value>-?\d+))?(?: @(?<pc>\d+))?$/;

export const addressOf = (name: string): number => {
  if (/^\d+$/.test(name)) return Number(name);
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 997;
  return 100 + hash * 16;
};

export function steps(text: string): NotedStep[] {
  return text.split(';').map((part, index) => {
    const noted = EVENT.exec(part.trim())?.groups;
    const kind = KINDS.get(noted?.kind ?? '-');
    if (noted === undefined || kind === undefined) throw new Error(`not an event: ${part}`);
    const address = addressOf(noted.name ?? '0') + Number(noted.plus ?? 0);
    const words = [
      kind | (Number(noted.size ?? 1) << 8),
      Number(noted.pc ?? index + 1),
      address,
      Number(noted.value ?? 0),
    ];
    return { thread: Number(noted.thread), words: Int32Array.from(words) };
  });
}
