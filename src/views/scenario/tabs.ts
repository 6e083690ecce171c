/** How many variants stand as tabs: pure, and by the length of their titles, so that nothing is drawn twice to be measured. */

/** More than that are not taken in at a glance. */
const MOST = 5;
/** px, as Segmented draws them: a letter, what is around the letters, and the button for the others. */
const [LETTER, AROUND, MENU] = [6.6, 40, 96];

/** None rather than one: a single tab beside a menu is no choice. */
export function tabCount(titles: readonly string[], room: number): number {
  const widths = titles.map(({ length }) => AROUND + length * LETTER);
  const sum = (count: number): number => widths.slice(0, count).reduce((all, width) => all + width, 0);
  for (let count = Math.min(MOST, titles.length); count > 1; count--) {
    if (sum(count) + (count < titles.length ? MENU : 0) <= room) return count;
  }
  return 0;
}
