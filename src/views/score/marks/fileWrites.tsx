/** What was written to each file, by whom; red where it was acknowledged and is lost. */
import { cx } from '../../parts/cx';
import { hueStyle } from '../../parts/hue';
import type { Brush } from '../brush';
import css from '../files.module.css';
import { type FileBox, placedFiles } from './fileBoxes';
import { markKind } from './mark';

export const fileWrites = markKind<FileBox>({
  name: 'fileWrites',
  layOut: (frame) => placedFiles(frame).flatMap(({ boxes }) => boxes),
  svg: (box) => {
    const { x, y, width, height, text, flag, lost, thread, ahead } = box;
    const pole = poleOf(box);
    return (
      <g className={cx(css.write, lost && css.lost, ahead && css.ahead)} style={hueStyle(thread)}>
        {width > 0 && <rect x={x} y={y} width={width} height={height} rx={2.5} />}
        {width > 0 && (
          <text x={x + width / 2} y={y + 11.5} textAnchor="middle">
            {text}
          </text>
        )}
        {flag !== '' && (
          <>
            <path className={css.flag} d={flagAt(pole, y)} />
            <line className={css.pole} x1={pole} x2={pole} y1={y - 3} y2={y + height + 3} />
            <text className={css.flagText} x={pole + 8} y={y + 6}>
              {flag}
            </text>
          </>
        )}
      </g>
    );
  },
  paint,
});

const poleOf = ({ x, width }: FileBox): number => x + width + (width > 0 ? 1 : 0);
const flagAt = (pole: number, y: number): string => `M${pole} ${y - 3}h19l-4 5.500l4 5.500h-19z`;

function paint(brush: Brush, box: FileBox): void {
  const { x, y, width, height, text, flag, lost, thread } = box;
  const { fail, ink, ink2, panel } = brush.palette;
  const color = lost ? fail : brush.hue(thread);
  if (width > 0) {
    brush.fill(x, y, width, height, color, 0.13);
    brush.edge(x, y, width, height, { color });
    brush.text(text, x + width / 2, y + 11.5, lost ? fail : ink, 'center');
  }
  if (flag === '') return;
  const pole = poleOf(box);
  brush.shape(flagAt(pole, y), lost ? fail : ink2);
  brush.line(pole, y - 3, pole, y + height + 3, { color: lost ? fail : ink2, width: 1.2 });
  brush.text(flag, pole + 8, y + 6, panel, 'center');
}
