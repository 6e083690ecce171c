declare const brand: unique symbol;

/**
 * A `T` that the compiler does not mix up with others: `type Pc = Brand<number, 'Pc'>`. It costs nothing at run
 * time, reads as a `T`, and is made by a cast where the value is born: `pc as Pc`.
 */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
