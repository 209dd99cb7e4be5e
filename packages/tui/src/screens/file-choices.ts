import type { View } from '@wxcc-onboard/core'
import type { FocusItem } from '../components/focus.ts'
import type { FileShelf, ShelfEntry } from './file-shelf.ts'

/** A file or folder that can be chosen. */
export interface Choice {
  readonly path: string
  readonly name: string
  readonly isFolder: boolean
  readonly entry?: ShelfEntry
}

/** What there is to choose from, as far as it fits what is typed. */
export interface Choices {
  readonly folder: string
  readonly isReadable: boolean
  readonly lately: readonly Choice[]
  readonly found: readonly Choice[]
}

/** What was written or opened here stands first, then what was used lately; both as far as they fit what is typed. */
export function choicesOf(files: FileShelf, typed: string, file: View['file']): Choices {
  const { folder, part } = files.placeOf(typed)
  const entries = files.list(folder)
  const own = [file?.opened?.path, file?.exported?.what === 'people' ? file.exported.path : undefined]
  const used = [...new Set([...own, ...files.recent()].filter((path) => path !== undefined))]
  const fits = (text: string) => text.toLowerCase().includes(typed.trim().toLowerCase())
  const found = (entries ?? []).filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()))
  return {
    folder,
    isReadable: entries !== undefined,
    lately: used
      .filter((path) => fits(files.shorten(path)))
      .slice(0, mostLately)
      .map((path) => ({ path, name: files.shorten(path), isFolder: false })),
    found: found.map((entry) => ({
      path: folder === '' ? entry.name : `${folder.replace(/[\\/]$/, '')}/${entry.name}`,
      name: entry.name,
      isFolder: entry.isDirectory,
      entry,
    })),
  }
}

const mostLately = 4

export function itemsOf({ lately, found }: Choices): FocusItem[] {
  return [
    { id: 'path', group: 'path', scopes: ['path', 'text', 'list'], isTyping: true },
    ...lately.map(
      (_, index): FocusItem => ({ id: `lately:${index}`, group: 'lately', scopes: ['option', 'list'] }),
    ),
    ...found.map(
      (_, index): FocusItem => ({ id: `found:${index}`, group: 'found', scopes: ['option', 'list'] }),
    ),
  ]
}

export function choiceAt({ lately, found }: Choices, id: string | undefined): Choice | undefined {
  const [, kind, index] = /^(lately|found):(\d+)$/.exec(id ?? '') ?? []
  return (kind === 'lately' ? lately : found)[Number(index ?? Number.NaN)]
}

/** What is typed with as much behind it as all that begin like it have in common; a folder alone gets its slash. */
export function completion(typed: string, names: readonly string[]): string {
  const part = typed.slice(typed.lastIndexOf('/') + 1)
  const alike = names.filter((name) => name.toLowerCase().startsWith(part.toLowerCase()))
  const [first = ''] = alike
  if (alike.length === 0) return typed
  let common = first.replace(/\/$/, '')
  for (const name of alike) {
    while (!name.toLowerCase().startsWith(common.toLowerCase())) common = common.slice(0, -1)
  }
  const whole = alike.length === 1 ? first : common
  return whole.length < part.length ? typed : typed.slice(0, typed.length - part.length) + whole
}

export function nameOf({ name, isFolder }: Choice): string {
  return isFolder ? `${name}/` : name
}

/** Files that are dragged into a terminal come in quotes, or with their blanks escaped. */
export function unquoted(text: string): string {
  const inner = /^(?:'(.*)'|"(.*)")$/s.exec(text)
  return inner?.[1] ?? inner?.[2] ?? text.replaceAll('\\ ', ' ')
}
