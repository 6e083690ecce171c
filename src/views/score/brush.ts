/** A canvas and the colours to draw with: the few strokes that marks are made of. Strength and dashes are reset behind each stroke. */
import { hueIn, type Palette } from './palette';

interface Stroke {
  readonly color: string;
  /** px. */
  readonly width?: number;
  readonly dash?: readonly number[];
}

export class Brush {
  readonly palette: Palette;
  /** Of all that is drawn from now on, 0 … 1. */
  strength = 1;
  private readonly ctx: CanvasRenderingContext2D;

  constructor(ctx: CanvasRenderingContext2D, palette: Palette) {
    this.ctx = ctx;
    this.palette = palette;
    ctx.font = `10.5px ${palette.ui}`;
    ctx.textBaseline = 'alphabetic';
  }

  hue(thread: number): string {
    return hueIn(this.palette, thread);
  }

  fill(x: number, y: number, width: number, height: number, color: string, alpha = 1): void {
    const { ctx } = this;
    ctx.globalAlpha = alpha * this.strength;
    ctx.fillStyle = color;
    ctx.fillRect(x, y, width, height);
    ctx.globalAlpha = 1;
  }

  /** The edge of a box, within it. */
  edge(x: number, y: number, width: number, height: number, stroke: Stroke): void {
    const { ctx } = this;
    this.begin(stroke);
    ctx.strokeRect(x + 0.5, y + 0.5, Math.max(1, width - 1), height - 1);
    this.end();
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    const { ctx } = this;
    this.begin(stroke);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    this.end();
  }

  /** An SVG path. */
  path(path: string, stroke: Stroke): void {
    this.begin(stroke);
    this.ctx.stroke(new Path2D(path));
    this.end();
  }

  shape(path: string, color: string): void {
    const { ctx } = this;
    ctx.globalAlpha = this.strength;
    ctx.fillStyle = color;
    ctx.fill(new Path2D(path));
    ctx.globalAlpha = 1;
  }

  disc(x: number, y: number, radius: number, color: string): void {
    const { ctx } = this;
    ctx.globalAlpha = this.strength;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.globalAlpha = 1;
  }

  text(text: string, x: number, y: number, color: string, align: CanvasTextAlign = 'left'): void {
    if (text === '') return;
    const { ctx } = this;
    ctx.globalAlpha = this.strength;
    ctx.fillStyle = color;
    ctx.textAlign = align;
    ctx.fillText(text, x, y);
    ctx.globalAlpha = 1;
  }

  private begin({ color, width = 1, dash = [] }: Stroke): void {
    const { ctx } = this;
    ctx.globalAlpha = this.strength;
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.setLineDash([...dash]);
  }
  private end(): void {
    this.ctx.setLineDash([]);
    this.ctx.globalAlpha = 1;
  }
}
