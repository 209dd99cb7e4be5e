/** The one thing of Node that the tests of core use: core itself must not see Node's types. */
declare module 'node:fs' {
  export function readFileSync(path: URL): Uint8Array
  export function readdirSync(path: URL): string[]
}
