interface Props {
  readonly texts: readonly string[];
  readonly x: number;
  /** Of the first. */
  readonly y: number;
  /** From one to the next, px. */
  readonly line: number;
}

/** Lines in a `<text>` of a drawing, one under the other. */
export function TextLines({ texts, x, y, line }: Props) {
  return texts.map((text, i) => (
    <tspan key={texts.slice(0, i + 1).join(' ')} x={x} y={y + i * line}>
      {text}
    </tspan>
  ));
}
