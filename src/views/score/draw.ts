/** Marks on a canvas, for runs too long for SVG: so zoomed out that there are no icons, and words only where they fit. */
import type { CellMark, LockMark, ObjectMark, RibbonMark, ScoreMarks } from './marks';
import { hueIn, type Palette } from './palette';

export interface Surface {
  readonly width: number;
  readonly height: number;
}

export function drawScore(
  ctx: CanvasRenderingContext2D,
  marks: ScoreMarks,
  palette: Palette,
  { width, height }: Surface,
): void {
  ctx.clearRect(0, 0, width, height);
  ctx.font = `10.5px ${palette.ui}`;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = palette.line;
  for (const x of marks.lines) ctx.fillRect(x, 0, 0.5, height);
  for (const ribbon of marks.ribbons) drawRibbon(ctx, ribbon, palette);
  for (const cell of marks.cells) drawCell(ctx, cell, palette);
  for (const lock of marks.locks) drawLock(ctx, lock, palette);
  for (const object of marks.objects) drawObject(ctx, object, palette);
  ctx.fillStyle = palette.line3;
  for (const { x, y } of marks.beads) ctx.fillRect(x - 1.5, y, 3, 10);
  drawAhead(ctx, marks, palette, width, height);
  drawVerdict(ctx, marks, palette);
}

const dashes: Record<RibbonMark['state'], readonly number[]> = {
  running: [],
  ready: [1.5, 3.5],
  blocked: [],
  waiting: [5, 3],
  crashed: [],
};

function drawRibbon(
  ctx: CanvasRenderingContext2D,
  { state, x, width, y }: RibbonMark,
  palette: Palette,
): void {
  const { run, ready, blocked, wait, fail } = palette;
  ctx.strokeStyle = { running: run, ready, blocked, waiting: wait, crashed: fail }[state];
  ctx.lineWidth = state === 'ready' ? 1.5 : 3;
  ctx.setLineDash([...dashes[state]]);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + width, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawCell(ctx: CanvasRenderingContext2D, cell: CellMark, palette: Palette): void {
  const { x, y, width, height, look, thread, text, order } = cell;
  const weight = order === 'concurrent' ? 0.25 : 1;
  const hue = look === 'crashed' ? palette.fail : hueIn(palette, thread);
  if (look === 'planned') {
    ctx.strokeStyle = palette.line3;
    ctx.lineWidth = 1;
    ctx.setLineDash([3, 2.5]);
    ctx.strokeRect(x + 0.5, y + 0.5, Math.max(1, width - 1), height - 1);
    ctx.setLineDash([]);
  } else {
    ctx.globalAlpha = weight * (look === 'taken' || look === 'ahead' ? 0.3 : 1);
    ctx.fillStyle = hue;
    ctx.fillRect(x, y, width, height);
    ctx.globalAlpha = 1;
  }
  const ink =
    look === 'planned' ? palette.ink3 : look === 'taken' || look === 'ahead' ? palette.ink : palette.onThread;
  write(ctx, text, x + width / 2, y + 12.7, ink, 'center');
}

function drawLock(ctx: CanvasRenderingContext2D, lock: LockMark, palette: Palette): void {
  const { x, y, width, height, thread, mode, text } = lock;
  const waits = mode === 'waiting' || mode === 'failed-try';
  const hue = waits ? palette.blocked : hueIn(palette, thread);
  ctx.fillStyle = waits ? palette.panel : hue;
  ctx.globalAlpha = waits ? 1 : 0.15;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1;
  if (waits) ctx.setLineDash([2, 2]);
  ctx.strokeRect(x + 0.5, y + 0.5, Math.max(1, width - 1), height - 1);
  ctx.setLineDash([]);
  write(ctx, text, waits ? x + width / 2 : Math.max(0, x) + 6, y + 10, hue, waits ? 'center' : 'left');
}

function drawObject(ctx: CanvasRenderingContext2D, object: ObjectMark, palette: Palette): void {
  const { x, y, width, height, phase, strong, text, more, cap } = object;
  if (phase === 'gone') {
    ctx.strokeStyle = palette.line3;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x, y + height / 2);
    ctx.lineTo(x + width, y + height / 2);
    ctx.stroke();
    ctx.setLineDash([]);
    return;
  }
  ctx.fillStyle = palette.ink3;
  ctx.globalAlpha = (strong ?? 1) > 1 ? 0.26 : 0.13;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  write(ctx, text + more, Math.max(0, x) + 5.5, y + height - 3, palette.ink, 'left');
  ctx.fillStyle = palette.ink2;
  if (cap) ctx.fillRect(x + width - 2, y - 2, 2.5, height + 3.5);
}

function drawAhead(
  ctx: CanvasRenderingContext2D,
  marks: ScoreMarks,
  palette: Palette,
  width: number,
  height: number,
): void {
  const ahead = Math.max(0, marks.aheadX);
  if (ahead < width) {
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = palette.panel;
    ctx.fillRect(ahead, 0, width - ahead, height);
    ctx.globalAlpha = 1;
  }
  if (marks.unreached === '') return;
  ctx.strokeStyle = palette.hatch;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (let x = Math.max(0, marks.unreachedX); x < width + height; x += 7) {
    ctx.moveTo(x, 0);
    ctx.lineTo(Math.max(marks.unreachedX, x - height), Math.min(height, x - marks.unreachedX));
  }
  ctx.stroke();
}

function drawVerdict(ctx: CanvasRenderingContext2D, { cross }: ScoreMarks, palette: Palette): void {
  if (cross === null) return;
  ctx.fillStyle = palette.fail;
  ctx.fillRect(cross.x - 0.7, cross.fromY, 1.4, cross.y - cross.fromY);
  ctx.beginPath();
  ctx.arc(cross.x, cross.y, 6, 0, 2 * Math.PI);
  ctx.fill();
}

function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  color: string,
  align: CanvasTextAlign,
): void {
  if (text === '') return;
  ctx.fillStyle = color;
  ctx.textAlign = align;
  ctx.fillText(text, x, y);
}
