/**
 * What stands in an element of the page as one SVG, to be kept: its drawings with the styles they have here, its boxes, and its words where
 * they stand. It needs neither the page nor its style sheets.
 */

/** What decides how an element of a drawing looks; all else stands in its attributes. */
const LOOKS = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'color', 'display', 'visibility', 'transform'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'text-decoration-line'],
] as const;

/** px around it. */
const EDGE = 8;

export interface Picture {
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
}

export function pictureOf(root: Element): Picture {
  const pieces: Piece[] = [];
  collect(root, pieces);
  const left = Math.min(...pieces.map(({ box }) => box.left)) - EDGE;
  const top = Math.min(...pieces.map(({ box }) => box.top)) - EDGE;
  const width = Math.ceil(Math.max(...pieces.map(({ box }) => box.right)) - left + EDGE);
  const height = Math.ceil(Math.max(...pieces.map(({ box }) => box.bottom)) - top + EDGE);
  const drawn = pieces.map(({ draw }) => draw(left, top)).join('');
  const paper = `<rect width="100%" height="100%" fill="${paperOf(root)}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${symbolsFor(drawn)}</defs>${paper}${drawn}</svg>`;
  return { svg, width, height };
}

/** Something seen, and what it is in a picture that begins at these px. */
interface Piece {
  readonly box: DOMRect;
  readonly draw: (left: number, top: number) => string;
}

function collect(element: Element, pieces: Piece[]): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // What is there for screen readers alone is a pixel; the switch of a pane between picture and table belongs to the page.
  const unseen = style.display === 'none' || style.visibility === 'hidden' || box.width * box.height < 2;
  if (unseen || element.matches('header [aria-pressed]')) return;
  if (element instanceof SVGSVGElement) {
    pieces.push({ box, draw: (left, top) => drawingAt(element, box.left - left, box.top - top) });
    return;
  }
  if (hasBox(style)) pieces.push({ box, draw: (left, top) => boxAt(style, box, left, top) });
  for (const child of element.childNodes) {
    if (child instanceof Element) collect(child, pieces);
    else if (child instanceof Text) pieces.push(...wordsOf(child, style));
  }
}

const isClear = (color: string): boolean => color === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(color);

const hasBox = (style: CSSStyleDeclaration): boolean =>
  !isClear(style.backgroundColor) || Number.parseFloat(style.borderTopWidth) > 0;

function boxAt(style: CSSStyleDeclaration, box: DOMRect, left: number, top: number): string {
  const line = Number.parseFloat(style.borderTopWidth);
  const stroke = line > 0 ? ` stroke="${style.borderTopColor}" stroke-width="${line}"` : '';
  const fill = isClear(style.backgroundColor) ? 'none' : style.backgroundColor;
  const size = `width="${box.width}" height="${box.height}" rx="${Number.parseFloat(style.borderTopLeftRadius) || 0}"`;
  return `<rect x="${box.left - left}" y="${box.top - top}" ${size} fill="${fill}"${stroke}/>`;
}

/** Each word where it stands, as lines are broken. */
function wordsOf(text: Text, style: CSSStyleDeclaration): Piece[] {
  const range = document.createRange();
  const font = `font-family="${escaped(style.fontFamily)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" fill="${style.color}"`;
  return [...text.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    // The base of most letters lies a fifth above the bottom of their line.
    const draw = (left: number, top: number): string =>
      `<text x="${box.left - left}" y="${box.bottom - top - box.height * 0.22}" ${font}>${escaped(word)}</text>`;
    return { box, draw };
  });
}

/** A copy in which every element carries its look. */
function drawingAt(drawing: SVGSVGElement, x: number, y: number): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.getBoundingClientRect();
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index]);
    const looks = LOOKS.map((name) => [name, style.getPropertyValue(name)] as const);
    const said = looks.filter(([, value]) => value !== '' && value !== 'none' && value !== 'normal');
    // What paints nothing has to say so: black is what SVG begins with.
    const none = ['fill', 'display'].filter((name) => style.getPropertyValue(name) === 'none');
    const all = [...said.map(([name, value]) => `${name}:${value}`), ...none.map((name) => `${name}:none`)];
    element.setAttribute('style', all.join(';').replaceAll('"', "'"));
    element.removeAttribute('class');
  }
  const place = { x, y, width, height };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

/** Icons and hatches of the page that are referred to, by their ids. */
function symbolsFor(drawn: string): string {
  const ids = new Set([...drawn.matchAll(/#([\w-]+)/g)].map(([, id]) => id));
  return [...document.querySelectorAll('symbol[id], pattern[id]')]
    .filter(({ id }) => ids.has(id))
    .map((symbol) => resolved(new XMLSerializer().serializeToString(symbol)))
    .join('');
}

/** With the values of the page's variables. */
const resolved = (text: string): string =>
  text.replace(/var\((--[\w-]+)\)/g, (_, name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim(),
  );

function paperOf(element: Element): string {
  const { backgroundColor } = getComputedStyle(element);
  if (!isClear(backgroundColor)) return backgroundColor;
  return element.parentElement === null ? 'white' : paperOf(element.parentElement);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The same as pixels, two for each px of it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('The browser could not draw this picture.');
  return blob;
}
