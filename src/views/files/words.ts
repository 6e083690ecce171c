/** The files in words: the meter's sentence, names and states, and the drawing for those who do not see it. Pure. */
import type { FileHistory, FilesHistory } from './history';
import type { Slot, SlotLook, Strips } from './strips';

const list = (numbers: readonly number[]): string =>
  numbers.length < 2 ? String(numbers[0] ?? '') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

/** What the gap between the two bars means; '' where there is none. */
export function gapText({ missing, revived, lostTimes }: FilesHistory): string {
  if (missing.length > 0)
    return `${list(missing)} ${missing.length === 1 ? 'was' : 'were'} acknowledged and ${missing.length === 1 ? 'is' : 'are'} gone`;
  if (revived.length > 0)
    return `${list(revived)} ${revived.length === 1 ? 'was' : 'were'} rolled back and can be read again`;
  if (lostTimes.length > 0)
    return `nobody can go back to second${lostTimes.length === 1 ? '' : 's'} ${list(lostTimes)}`;
  return '';
}

/** 'current since step 23', 'unlinked at step 23, still open', 'no name yet' */
export const stateText = (file: FileHistory, isOpen: boolean): string => stateLines(file, isOpen).join(', ');

/** The same in lines of few letters. */
export function stateLines(file: FileHistory, isOpen: boolean): string[] {
  const { state, currentTo, closedAt } = file;
  if (state === 'closed') return [`closed at step ${closedAt}`, 'at rest on disk'];
  if (state === 'unnamed' && currentTo !== null)
    return [`unlinked at step ${currentTo}`, ...(isOpen ? ['still open'] : [])];
  return [stateLine(file)];
}

function stateLine({ state, currentFrom, currentTo }: FileHistory): string {
  if (state === 'current') return currentFrom === 0 ? 'current' : `current since step ${currentFrom}`;
  if (state === 'named') return 'has a name, not current';
  if (state === 'gone') return currentTo === null ? 'gone' : `deleted at step ${currentTo}`;
  return 'no name yet';
}

const lookWords: Record<SlotLook, string> = {
  doc: 'document',
  header: 'header, a commit',
  deleted: 'replaced by a later document',
  'taken-back': 'rolled back',
  purged: 'not copied, since a later document replaced it',
  missing: 'missing: acknowledged and never copied',
  lost: 'acknowledged, and only in this file',
  revived: 'rolled back, and here again',
};

/** 'document 4, key c, written at step 12 by flusher' */
export function slotText(
  { look, seqno, key, block, pending }: Slot,
  nameOf: (thread: number) => string,
): string {
  const at = block?.time === undefined ? '' : `, second ${block.time}`;
  const what = look === 'header' ? `header up to ${seqno}${at}` : `document ${seqno}, key ${key}`;
  const state = look === 'doc' || look === 'header' ? '' : `, ${lookWords[look]}`;
  const when =
    block === null || block.step === 0 ? '' : `, written at step ${block.step} by ${nameOf(block.thread)}`;
  return `${what}${state}${when}${pending ? ', not committed' : ''}`;
}

/** The whole drawing as a sentence for each file. */
export function filesText({ strips }: Strips, history: FilesHistory): string {
  const files = strips.map(({ file, slots, cursors }) => {
    const blocks = slots
      .filter(({ block }) => block !== null)
      .map(({ look, seqno, block }) =>
        look === 'header'
          ? `H${seqno}${block?.time === undefined ? '' : ` at ${block.time} s`}`
          : String(seqno),
      );
    const open = cursors.map(({ thread, label }) => `${thread} ${label}`).join(', ');
    return `${file.name}, ${stateText(file, cursors.length > 0)}: ${blocks.join(' ') || 'empty'}${open === '' ? '' : ` (${open})`}.`;
  });
  const gap = gapText(history);
  return [
    ...files,
    `Acknowledged up to ${history.persisted}, readable up to ${history.readable}.`,
    gap === '' ? '' : `${gap}.`,
  ]
    .filter((each) => each !== '')
    .join(' ');
}
