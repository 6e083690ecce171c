/** Spans of a lane that are in view, merged where they are too narrow to be seen. */
import type { Interval } from '../../../engine';
import type { Frame } from '../frame';
import { MERGED_WIDTH } from '../geometry';
import { mergeNarrow, type Piece } from '../merge';
import { endOf, spansIn, type Track } from '../timeline';

export const piecesIn = <T extends Interval>(
  { timeline, first, last }: Frame,
  track: Track<T> | undefined,
): Piece<T>[] =>
  spansIn(track, first, last)
    .map((value) => ({ from: value.from, to: endOf(value, timeline.length), value, count: 1 }))
    .filter(({ to }) => to >= first);

export const merged = <T>({ view }: Frame, pieces: readonly Piece<T>[]): Piece<T>[] =>
  mergeNarrow(pieces, MERGED_WIDTH / view.cell);
