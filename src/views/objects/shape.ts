/** What a card says, in lines that its width has room for. Names are whole, in as many lines as they take. Pure. */
import { clipped, fitting, textWidth, uiWidth, wrapped } from '../parts/lines';
import type { Card, CardRow } from './cards';

/** Pixels, as all here. */
const HEADER = 26;
const ROW = 24;
export const NOTE = 15;
/** What one more line of a name takes. */
export const LINE = 12;
/** Sizes of a title: the second for one that is too long for the first. */
const TITLES = [12.5, 11] as const;
/** Of the rows' names and values, and of the notes. */
const SMALL = 11;
/** Bold letters are as much wider. */
const BOLD = 1.06;
/** Kept free left and right of the words of a row. */
const INSET = 10;
/** Lines of a value for which there is no room beside its name. */
const VALUE_LINES = 2;
/** The pill of a thread, left of the title. */
export const PILL_ROOM = 20;

export interface RowShape {
  readonly row: CardRow;
  readonly name: readonly string[];
  /** At the end of this line of the name. */
  readonly beside: string;
  readonly besideLine: number;
  /** In lines of its own. */
  readonly below: readonly string[];
  /** From the top of the card. */
  readonly y: number;
  readonly height: number;
}
export interface CardShape {
  readonly title: readonly string[];
  readonly titleSize: number;
  readonly header: number;
  readonly rows: readonly RowShape[];
  readonly notes: readonly string[];
  /** Where the notes begin, and the lock that is held. */
  readonly notesY: number;
  readonly heldY: number;
  readonly height: number;
}

export function shapeOf(card: Card, width: number): CardShape {
  const room = width - 16 - (card.thread === null ? 0 : PILL_ROOM);
  const fits = (px: number): boolean => uiWidth(card.title, px) * BOLD <= room;
  const titleSize = TITLES.find(fits) ?? TITLES[1];
  const measure = (text: string): number => uiWidth(text, titleSize) * BOLD;
  const title = fits(titleSize) ? [card.title] : wrapped(card.title, room, measure);
  const header = HEADER + (title.length - 1) * LINE;
  const rows: RowShape[] = [];
  let y = header;
  for (const row of card.rows) {
    const shape = rowShape(row, card.rows, y, width - 2 * INSET);
    rows.push(shape);
    y += shape.height;
  }
  const notes = card.notes.flatMap((note) => wrapped(note, width - 14, (text) => uiWidth(text, SMALL)));
  const lines = notes.length + Math.min(1, card.heldBy.length);
  return {
    title,
    titleSize,
    header,
    rows,
    notes,
    notesY: y,
    heldY: y + notes.length * NOTE,
    height: y + lines * NOTE + (lines > 0 ? 5 : 0),
  };
}

function rowShape(row: CardRow, rows: readonly CardRow[], y: number, room: number): RowShape {
  const measure = (text: string): number => textWidth(text, SMALL);
  const { text } = row;
  const taken = text === '' ? 0 : measure(text) + SMALL / 2;
  const name = wrapped(rowName(row.name, rows, room - taken), room, measure);
  const free = name.findIndex((line) => measure(line) + taken <= room);
  const isBeside = text !== '' && free >= 0;
  const value = isBeside ? [] : wrapped(text, room, measure);
  const rest = value.slice(VALUE_LINES - 1).join('');
  const below = [...value.slice(0, VALUE_LINES - 1), ...(rest === '' ? [] : [clipped(rest, room, SMALL)])];
  const height = ROW + (name.length + below.length - 1) * LINE;
  return { row, name, beside: isBeside ? text : '', besideLine: Math.max(0, free), below, y, height };
}

/** The variable that a row is about, or, where several rows are about its members, the member; with its owner where there is room. */
function rowName(name: string, rows: readonly CardRow[], room: number): string {
  const [variable, ...members] = name.split('.');
  const alone = rows.filter((row) => row.name.split('.')[0] === variable).length === 1;
  const least = members.length === 0 ? name : alone ? variable : (members.at(-1) ?? '');
  return fitting([name], room, SMALL) || least;
}
