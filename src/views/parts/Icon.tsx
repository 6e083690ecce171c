/**
 * The icons and hatches of the page, once: `<Icon name="lock" />` in HTML and in SVG refers to a symbol of the sprite, which the
 * shell renders before all else. An icon says nothing by itself: the word stands beside it, or in the label of its control.
 */
import type { ReactNode, SVGProps } from 'react';

const shapes = {
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  unlock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
      <path d="M5.5 7V4.6a2.5 2.5 0 0 1 4.9-.7" />
    </>
  ),
  x: <path d="M4 4l8 8M12 4l-8 8" />,
  check: <path d="M3.2 8.6l3.1 3.1 6.5-7.2" />,
  wait: (
    <path d="M4 2.5h8M4 13.5h8M5 2.5C5 5.5 7.2 6.4 8 8c.8-1.6 3-2.5 3-5.5M5 13.5c0-3 2.2-3.9 3-5.5.8 1.6 3 2.5 3 5.5" />
  ),
  play: <path d="M5 3.2l7.5 4.8L5 12.8z" fill="currentColor" />,
  ready: <circle cx="8" cy="8" r="4.2" />,
  done: <rect x="4" y="4" width="8" height="8" rx="1" />,
  first: <path d="M4 3.5v9M12 3.5L7 8l5 4.5" />,
  last: <path d="M12 3.5v9M4 3.5L9 8l-5 4.5" />,
  prev: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  next: <path d="M6 3.5L10.5 8 6 12.5" />,
  share: (
    <path d="M6.7 9.3l2.6-2.6M7.5 4.8l1.3-1.3a2.6 2.6 0 0 1 3.7 3.7l-1.3 1.3M8.5 11.2l-1.3 1.3a2.6 2.6 0 0 1-3.7-3.7l1.3-1.3" />
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.8v1.6M8 12.6v1.6M1.8 8h1.6M12.6 8h1.6M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M3.6 12.4l1.2-1.2M11.2 4.8l1.2-1.2" />
    </>
  ),
  moon: <path d="M13 9.4A5.4 5.4 0 0 1 6.6 3a5.4 5.4 0 1 0 6.4 6.4z" />,
  swap: <path d="M3 5.5h9.5L10 3M13 10.5H3.5L6 13" />,
  plus: <path d="M8 3v10M3 8h10" />,
  destroy: <path d="M2.8 9.4c1.4-3 3.4-3 5.2-1.4s3.8 1.6 5.2-1.4" />,
  write: <path d="M3.2 12.8l.8-3.4 6.6-6.6 2.6 2.6-6.6 6.6z" />,
  read: (
    <>
      <path d="M1.8 8S4.2 4 8 4s6.2 4 6.2 4-2.4 4-6.2 4-6.2-4-6.2-4z" />
      <circle cx="8" cy="8" r="1.6" />
    </>
  ),
  spawn: <path d="M2.5 8H11M8 5l3 3-3 3M13.5 3.5v9" />,
  fork: (
    <>
      <path d="M4.5 3v10M4.5 9.5c0-3.5 6.5-1.5 6.5-5" />
      <path d="M9 5.5l2-2 2 2" />
    </>
  ),
  flag: <path d="M4.5 2v12M4.5 3h7.5l-2 2.6 2 2.6H4.5" />,
  chev: <path d="M4 6l4 4 4-4" />,
  chevr: <path d="M6 4l4 4-4 4" />,
  warn: (
    <>
      <path d="M8 2.8l5.8 10.4H2.2z" />
      <path d="M8 6.6v3M8 11.3v.2" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.2" />
      <path d="M10.5 5.5V4a1 1 0 0 0-1-1H4a1 1 0 0 0-1 1v5.5a1 1 0 0 0 1 1h1.5" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.2 6.3c0-2.4 3.7-2.3 3.7-.1 0 1.4-1.9 1.5-1.9 2.9M8 11.2v.2" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="M10 10l3.5 3.5" />
    </>
  ),
  expand: <path d="M9.5 3H13v3.5M13 3L9 7M6.5 13H3V9.5M3 13l4-4" />,
  dots: (
    <>
      <circle cx="3.5" cy="8" r=".8" fill="currentColor" />
      <circle cx="8" cy="8" r=".8" fill="currentColor" />
      <circle cx="12.5" cy="8" r=".8" fill="currentColor" />
    </>
  ),
  code: <path d="M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5" />,
  back: <path d="M7 3.5L2.5 8 7 12.5M2.5 8h11" />,
  open: <path d="M2 12.5v-9h4l1.5 2H14v2M2 12.5l2-5h10.5l-2 5z" />,
  save: <path d="M8 2.5v7.5M5 7l3 3 3-3M3 13.5h10" />,
  bin: <path d="M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4" />,
  sliders: (
    <path d="M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M10.3 3.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4M5.8 9.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4" />
  ),
  menu: <path d="M3 5h10M3 8h10M3 11h10" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

interface IconProps extends SVGProps<SVGSVGElement> {
  readonly name: IconName;
  readonly size?: number;
}

export function Icon({ name, size = 16, ...rest }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      {...rest}
      style={{ flex: 'none', display: 'block', ...rest.style }}
    >
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** Symbols `i-*`; patterns `hx` (not reached), `hxr` (blocked), `hxf` (failed). */
export function Sprite() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(shapes).map(([name, shape]) => (
          <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
            <g
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeLinecap="round"
              strokeLinejoin="round"
            >
              {shape}
            </g>
          </symbol>
        ))}
        <Hatch id="hx" width={1.6} fill="var(--hatch)" opacity={1} />
        <Hatch id="hxr" width={1.7} fill="var(--blocked)" opacity={0.55} />
        <Hatch id="hxf" width={1.7} fill="var(--fail)" opacity={0.5} />
      </defs>
    </svg>
  );
}

interface HatchProps {
  readonly id: string;
  readonly width: number;
  readonly fill: string;
  readonly opacity: number;
}

function Hatch({ id, width, fill, opacity }: HatchProps) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={width} height="5" fill={fill} opacity={opacity} />
    </pattern>
  );
}

/** The mark of the product: two lanes that cross. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <g fill="none" strokeWidth="2.2" strokeLinecap="round">
        <path d="M2 5.5h4.5c4 0 3 9 7 9H18" stroke="var(--t1)" />
        <path d="M2 14.5h4.5c1.4 0 2.2-1.1 2.8-2.6M11 7.5c.6-1.2 1.3-2 2.5-2H18" stroke="var(--t2)" />
      </g>
    </svg>
  );
}
