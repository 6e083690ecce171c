/** Doubles as decimal digits, exactly as C's printf has them: every digit is right, and halves go to the even digit. */

/** A finite number without its sign: mantissa * 2^exponent. */
function parts(value: number): { mantissa: bigint; exponent: number } {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(value)).buffer)[0];
  const exponent = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: exponent - 1075 };
}
/** |value| * 10^places as a whole number. */
function scaled(value: number, places: number): bigint {
  const { mantissa, exponent } = parts(value);
  let above = mantissa;
  let below = 1n;
  if (exponent >= 0) above <<= BigInt(exponent);
  else below <<= BigInt(-exponent);
  if (places >= 0) above *= 10n ** BigInt(places);
  else below *= 10n ** BigInt(-places);
  const whole = above / below;
  const twice = 2n * (above % below);
  return twice > below || (twice === below && whole % 2n === 1n) ? whole + 1n : whole;
}
const withPoint = (digits: string, point: string): string => (point === '' ? digits : `${digits}.${point}`);

/** %f of |value|; `alternate`: a point even where no digit follows. */
function fixed(value: number, precision: number, alternate: boolean): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, '0');
  const whole = digits.slice(0, digits.length - precision);
  return (
    withPoint(whole, digits.slice(digits.length - precision)) + (alternate && precision === 0 ? '.' : '')
  );
}
/** The digits of |value| to a precision, and the power of ten of the first. */
function scientific(value: number, precision: number): { digits: string; power: number } {
  if (value === 0) return { digits: '0'.repeat(precision + 1), power: 0 };
  let power = Math.floor(Math.log10(Math.abs(value)));
  for (;;) {
    const digits = scaled(value, precision - power).toString();
    if (digits.length === precision + 1) return { digits, power };
    power += digits.length > precision + 1 ? 1 : -1;
  }
}
function exponential(digits: string, power: number, alternate: boolean): string {
  const mantissa = withPoint(digits.slice(0, 1), digits.slice(1));
  const sign = power < 0 ? '-' : '+';
  const point = alternate && digits.length === 1 ? '.' : '';
  return `${mantissa}${point}e${sign}${Math.abs(power).toString().padStart(2, '0')}`;
}
/** The shorter of the two, without zeros at the end. */
function general(value: number, precision: number, alternate: boolean): string {
  const most = Math.max(precision, 1);
  const { digits, power } = scientific(value, most - 1);
  if (power < -4 || power >= most)
    return exponential(alternate ? digits : trimmed(digits, 1), power, alternate);
  const text = fixed(value, most - 1 - power, alternate);
  return alternate || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
}
const trimmed = (digits: string, least: number): string => {
  let end = digits.length;
  while (end > least && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
};

/** The fewest digits that are read as the same number, of a float where `single` ([charconv.to.chars]); as %e has them. */
export function shortest(value: number, single: boolean): string {
  if (!Number.isFinite(value)) return decimal(value, 'e', 0, false);
  const size = Math.abs(value);
  let text = size.toExponential();
  for (let digits = 0; single && digits < 9; digits++) {
    text = size.toExponential(digits);
    if (Math.fround(Number(text)) === size) break;
  }
  const [mantissa = '0', power = '0'] = text.split('e');
  return exponential(mantissa.replace('.', ''), Number(power), false);
}
/** |value| as the conversion has it: one of f e g, or F E G. */
export function decimal(value: number, letter: string, precision: number, alternate: boolean): string {
  const lower = letter.toLowerCase();
  let text: string;
  if (Number.isNaN(value)) text = 'nan';
  else if (Math.abs(value) === Number.POSITIVE_INFINITY) text = 'inf';
  else if (lower === 'f') text = fixed(value, precision, alternate);
  else if (lower === 'g') text = general(value, precision, alternate);
  else {
    const { digits, power } = scientific(value, precision);
    text = exponential(digits, power, alternate);
  }
  return letter === lower ? text : text.toUpperCase();
}
