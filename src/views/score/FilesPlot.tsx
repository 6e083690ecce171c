/** The files staff as SVG. */
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import css from './files.module.css';
import type { FilesMarks, FileWriteMark } from './marks';

export function FilesPlot({
  marks: { lines, writes, copies, switches, meter },
}: {
  readonly marks: FilesMarks;
}) {
  return (
    <>
      {lines.map(({ key, x, width, y, unlinked }) => (
        <line key={key} className={unlinked ? css.unlinked : css.file} x1={x} x2={x + width} y1={y} y2={y} />
      ))}
      {copies.map(({ key, path, x, y, thread, ahead }) => (
        <g key={key} className={cx(css.copy, ahead && css.ahead)} style={hueStyle(thread)}>
          <path className={css.curve} d={path} />
          <path className={css.tip} d={`M${x - 3.5} ${y - 4}h7l-3.500 5z`} />
        </g>
      ))}
      {writes.map((write) => (
        <Write key={write.key} write={write} />
      ))}
      {switches.map(({ key, x, from, to, text, lost, ahead }) => (
        <g key={key} className={cx(lost ? css.lostSwitch : css.switch, ahead && css.ahead)}>
          <line x1={x} x2={x} y1={from} y2={to} />
          <rect x={x - 17} y={from + 3} width={34} height={16} rx={3} />
          <text x={x} y={from + 14.5} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {meter.gaps.map(({ x, y, width, height }) => (
        <rect key={x} className={css.gap} {...{ x, y, width, height }} />
      ))}
      <path className={css.persisted} d={meter.persisted} />
      <path className={css.readable} d={meter.readable} />
      {meter.labels.map(({ x, y, text }) => (
        <text key={x} className={css.number} x={x} y={y}>
          {text}
        </text>
      ))}
    </>
  );
}

function Write({
  write: { x, y, width, height, text, flag, lost, thread, ahead },
}: {
  readonly write: FileWriteMark;
}) {
  const pole = x + width + (width > 0 ? 1 : 0);
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
          <path className={css.flag} d={`M${pole} ${y - 3}h19l-4 5.500l4 5.500h-19z`} />
          <line className={css.pole} x1={pole} x2={pole} y1={y - 3} y2={y + height + 3} />
          <text className={css.flagText} x={pole + 8} y={y + 6}>
            {flag}
          </text>
        </>
      )}
    </g>
  );
}
