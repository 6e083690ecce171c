/** A copy of twice the length, or of `least` if that is more: for arrays that grow, and are asked for room before they are written. */
export function doubled(old: Int32Array, least?: number): Int32Array<ArrayBuffer>;
export function doubled(old: Uint8Array, least?: number): Uint8Array<ArrayBuffer>;
export function doubled(old: Int32Array | Uint8Array, least = 0): Int32Array | Uint8Array {
  const length = Math.max(least, old.length * 2);
  const longer = old instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
  longer.set(old);
  return longer;
}
