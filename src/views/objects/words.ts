/** The ownership graph in words: one sentence for the picture's label, and rows for the table. */
import type { Cards } from './cards';

export function sentenceOf(cards: Cards, step: number): string {
  const title = titles(cards);
  const owners = [...cards.roots, ...cards.objects].flatMap((card) => {
    const owned = cards.edges
      .filter((edge) => edge.from === card.key && edge.kind === 'strong' && !edge.dangling)
      .map((edge) => title.get(edge.to) ?? '');
    return owned.length === 0 ? [] : [`${card.title} owns ${listed([...new Set(owned)])}`];
  });
  const nulls = cards.objects.flatMap((card) =>
    card.rows.filter(({ struck }) => struck).map((row) => `${row.name} of ${card.title} is ${row.text}`),
  );
  const gone = cards.objects.filter((card) => card.gone).map((card) => `${card.title} is ${card.notes[0]}`);
  const parts = [...owners, ...nulls, ...gone];
  return `Ownership at step ${step}: ${parts.length === 0 ? 'nobody owns anything' : parts.join('; ')}.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const titles = ({ roots, objects }: Cards): Map<string, string> =>
  new Map([...roots, ...objects].map(({ key, title }) => [key, title]));

export interface TableRow {
  readonly key: string;
  readonly owner: string;
  readonly member: string;
  /** 'owns Stream 1', 'watches DcpProducer (weak)', 'null' */
  readonly value: string;
  readonly struck: boolean;
}

const verbs = { strong: 'owns', weak: 'watches', raw: 'points to' };

export function tableRows(cards: Cards): TableRow[] {
  const title = titles(cards);
  return [...cards.roots, ...cards.objects].flatMap((card): TableRow[] => {
    const owner = card.counts === '' ? card.title : `${card.title} (${card.counts})`;
    const notes = card.notes.map((note, i) => ({
      key: `${card.key} note ${i}`,
      owner,
      member: '',
      value: note,
      struck: card.struck,
    }));
    const rows = card.rows.map((row) => {
      const targets = cards.edges
        .filter((edge) => edge.from === card.key && edge.row === row.key)
        .map((edge) => {
          const verb = edge.struck && edge.kind === 'raw' ? 'reaches for' : verbs[edge.kind];
          return `${verb} ${title.get(edge.to) ?? '?'}${edge.dangling ? ', which is gone' : ''}`;
        });
      const value = targets.length > 0 ? targets.join(', ') : row.text;
      return { key: `${card.key} ${row.key}`, owner, member: row.name, value, struck: row.struck };
    });
    return [...notes, ...rows];
  });
}
