/**
 * A program as text for a link: a version, a check of its text, and the text deflated, all URL-safe. What comes out of a link is data and
 * may be anything: reading ends within bounds and never gives a text that is not the one that was written.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { hashText } from '../../base/hash';

/** Raise it when an older page would misread a newer link. */
const VERSION = '1';
/** Characters of the check. */
const CHECK = 7;
/** UTF-16 units a program may have: of those that people write none comes near, and each key still costs little. */
export const MAX_TEXT = 200_000;
/** Bytes of packed text that are unpacked at once: each of them may become a thousand. */
const PIECE = 256;

/** '1a8f3k2…': letters, digits, '-' and '_'. */
export function packText(text: string): string {
  return VERSION + checkOf(text) + base64Of(deflateSync(strToU8(text), { level: 9 }));
}

/** The text that was packed; an Error that says what happened and what to do where it cannot be had. */
export function unpackText(packed: string): string {
  if (packed[0] !== VERSION && /^\d/.test(packed))
    throw new Error('This link was made by a newer version of this page. Reload to get it.');
  const text = unpacked(packed.slice(1 + CHECK));
  if (text === null || packed[0] !== VERSION || checkOf(text) !== packed.slice(1, 1 + CHECK)) throw damaged();
  return text;
}

export const damaged = (): Error =>
  new Error(
    'This link is damaged: part of the program in it is missing or changed. Ask for it again, or for the file.',
  );

const checkOf = (text: string): string => (hashText(text) >>> 0).toString(36).padStart(CHECK, '0');

function unpacked(packed: string): string | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    pieces.push(piece);
    length += piece.length;
    ended ||= final;
  });
  try {
    const bytes = bytesOf(packed);
    for (let from = 0; from < bytes.length; from += PIECE) {
      inflate.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
      if (length > 3 * MAX_TEXT) return null;
    }
  } catch {
    return null;
  }
  if (!ended) return null;
  const whole = new Uint8Array(length);
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  const text = strFromU8(whole);
  return text.length > MAX_TEXT ? null : text;
}

function base64Of(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Throws on anything that is no base64. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
