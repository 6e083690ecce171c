/** C++ files enter the program as their text; vite resolves the `?raw` suffix. */
declare module '*.cpp?raw' {
  const text: string;
  export default text;
}
declare module '*.hpp?raw' {
  const text: string;
  export default text;
}
