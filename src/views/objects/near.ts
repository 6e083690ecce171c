/** Too many cards to show: those of the threads, what the last step touched, and two hops around it. */
import type { Snapshot, TraceView } from '../../engine';
import type { Cards } from './cards';

/** More cards than this are not shown at once, unless asked for. */
export const MANY = 24;
const HOPS = 2;

export function nearCards(cards: Cards, trace: TraceView, { step, threads }: Snapshot): Cards {
  if (cards.roots.length + cards.objects.length <= MANY) return cards;
  const taken = trace.steps[step - 1];
  const touched = [...(taken?.operation.target.match(/\w+/g) ?? [])];
  const acting = threads.find(({ id }) => id === taken?.thread)?.id;
  const start = [...cards.roots, ...cards.objects].filter(
    (card) =>
      card.struck ||
      (card.thread !== null && card.thread === acting) ||
      touched.some((word) => card.title.includes(word) || card.rows.some(({ name }) => name.includes(word))),
  );
  const near = new Set(start.map(({ key }) => key));
  for (let hop = 0; hop < HOPS; hop++)
    for (const { from, to } of cards.edges.filter((edge) => near.has(edge.from) !== near.has(edge.to)))
      near.add(from).add(to);
  return {
    ...cards,
    roots: cards.roots.filter(({ key }) => near.has(key)),
    objects: cards.objects.filter(({ key }) => near.has(key)),
    edges: cards.edges.filter(({ from, to }) => near.has(from) && near.has(to)),
  };
}
