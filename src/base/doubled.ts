/** A copy of twice the length: for arrays that grow, and are asked for room before they are written. */
export function doubled(old: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(old.length * 2);
  longer.set(old);
  return longer;
}
