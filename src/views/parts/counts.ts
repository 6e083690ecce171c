/** Numbers in words, for all panes that count. */

const numbers = new Intl.NumberFormat('en-US');

/** '1,565' */
export const grouped = (count: number): string => numbers.format(count);

export const nounFor = (count: number, what: string): string => `${what}${count === 1 ? '' : 's'}`;

/** '1 preemption', '2 preemptions' */
export const counted = (count: number, what: string): string => `${count} ${nounFor(count, what)}`;

/** '21 of 45 fail', 'none of 4 fails', 'the only one fails'; `which` as 'the first ', `noun` as 'orders'. */
export function failWords(failing: number, all: number, which = '', noun = ''): string {
  if (all === 1 && which === '') return failing === 1 ? 'the only one fails' : 'the only one does not fail';
  const what = `${which}${grouped(all)}${noun === '' ? '' : ` ${noun}`}`;
  if (failing === 0) return `none of ${what} fails`;
  return `${grouped(failing)} of ${what} ${failing === 1 ? 'fails' : 'fail'}`;
}
