/**
 * The Score for the keyboard and for screen readers: a grid with a row per lane and a column per step. Arrows move the cell, Enter goes
 * to its step. Of the cells only those exist that are in the row in use and near the one in use; every row has its name.
 */
import { type KeyboardEvent, useId } from 'react';
import type { Finding } from '../../engine';
import { cellName } from './cellName';
import { type CellPlace, clampCell, moved } from './keys';
import type { Lane } from './staffs';
import type { Timeline } from './timeline';

interface Props {
  readonly timeline: Timeline;
  readonly lanes: readonly Lane[];
  readonly total: number;
  readonly at: number;
  readonly finding: Finding | null;
  readonly cell: CellPlace | null;
  readonly onMove: (cell: CellPlace | null) => void;
  readonly onSeek: (step: number) => void;
}

/** Cells that exist on either side of the one in use. */
const AROUND = 3;

export function Grid({ timeline, lanes, total, at, finding, cell, onMove, onSeek }: Props) {
  const id = useId();
  const place = clampCell(cell ?? { row: 0, step: Math.max(1, at) }, lanes.length, total);
  const press = (event: KeyboardEvent) => {
    const to = moved(event.key, place, lanes.length, total);
    if (to !== undefined) onMove(to);
    else if (event.key === 'Enter') onSeek(Math.min(place.step, timeline.length));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const from = Math.max(1, place.step - AROUND);
  const steps = Array.from({ length: Math.min(total, place.step + AROUND) - from + 1 }, (_, i) => from + i);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out columns that are not near
    <div
      className="only-read"
      role="grid"
      tabIndex={0}
      aria-label="Score, by lane and step"
      aria-rowcount={lanes.length}
      aria-colcount={total + 1}
      aria-activedescendant={cell === null ? undefined : `${id}${place.step}`}
      onFocus={() => onMove(place)}
      onBlur={() => onMove(null)}
      onKeyDown={press}
    >
      {lanes.map((lane, row) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
        <div key={lane.key} role="row" aria-rowindex={row + 1}>
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus */}
          <div role="rowheader" aria-colindex={1}>
            {lane.name}
          </div>
          {(row === place.row ? steps : []).map((step) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
            <div
              key={step}
              id={`${id}${step}`}
              role="gridcell"
              aria-colindex={step + 1}
              aria-selected={step === place.step}
              aria-current={step === at ? 'step' : undefined}
            >
              {cellName(timeline, lane, step, finding)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
