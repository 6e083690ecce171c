/** The words of a report that are set strongly: the first line's 'ERROR: …', up to 'in thread'. */
export interface Piece {
  readonly key: number;
  readonly text: string;
  readonly strong: boolean;
}

export function piecesOf(report: string): readonly Piece[] {
  const head = /^(?:ERROR|WARNING|INVARIANT VIOLATED): .*?(?= (?:in|by) thread|$)/m.exec(report);
  if (head === null || head.index > 0) return [{ key: 0, text: report, strong: false }];
  return [
    { key: 0, text: head[0], strong: true },
    { key: 1, text: report.slice(head[0].length), strong: false },
  ];
}
