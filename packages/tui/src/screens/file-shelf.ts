/** One thing in a folder. `modifiedAt` in epoch milliseconds. */
export interface ShelfEntry {
  readonly name: string
  readonly isDirectory: boolean
  readonly size: number
  readonly modifiedAt: number
}

/** What the choice of a file is made from. Screens themselves read no folder. */
export interface FileShelf {
  /** User files first, the newest first; undefined where the folder cannot be read. */
  list(folder: string): readonly ShelfEntry[] | undefined
  /** Whole paths of the files used lately that are still there. */
  recent(): readonly string[]
  /** The whole path of a file here that is not there yet, with a name like this one. */
  free(name: string): string
  /** The whole path of what was typed. */
  expand(typed: string): string
  /** The path as a person would say it here. */
  shorten(path: string): string
  /** The folder that a path under way is in, and the beginning of a name in it. */
  placeOf(typed: string): { readonly folder: string; readonly part: string }
}

/** Where there are no files. */
export const emptyShelf: FileShelf = {
  list: () => undefined,
  recent: () => [],
  free: (name) => name,
  expand: (typed) => typed,
  shorten: (path) => path,
  placeOf: (typed) => ({ folder: '', part: typed }),
}
