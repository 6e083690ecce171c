/** What keys do in the Score: arrows move a cell of the grid, or slide along the ruler. */

export interface CellPlace {
  readonly row: number;
  readonly step: number;
}

export function clampCell({ row, step }: CellPlace, rows: number, total: number): CellPlace {
  return { row: Math.min(Math.max(0, row), rows - 1), step: Math.min(Math.max(1, step), Math.max(1, total)) };
}

/** The cell an arrow key leads to; undefined for other keys. */
export function moved(
  key: string,
  { row, step }: CellPlace,
  rows: number,
  total: number,
): CellPlace | undefined {
  const places: Record<string, CellPlace> = {
    ArrowLeft: { row, step: step - 1 },
    ArrowRight: { row, step: step + 1 },
    ArrowUp: { row: row - 1, step },
    ArrowDown: { row: row + 1, step },
    Home: { row, step: 1 },
    End: { row, step: total },
  };
  const to = places[key];
  return to === undefined ? undefined : clampCell(to, rows, total);
}

/** Where a key moves the slider; undefined if it does not. */
export function keyTarget(key: string, step: number, length: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowLeft: step - 1,
    ArrowDown: step - 1,
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    PageDown: step - 10,
    PageUp: step + 10,
    Home: 0,
    End: length,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.min(length, Math.max(0, to));
}
