/** Where in the row of a thread its marks stand, px from the top of the row. */
export const CELL_TOP = 3.5;
export const CELL_HEIGHT = 18;
export const RIBBON_MIDDLE = 25;
