/** How FALSE is read: ignored, or taking the service away (CSV-13, NEW-20). */
export type ImportMode = 'add-only' | 'add-and-remove'

/** The names on the screen; translations of the second one say "or" (C-15). */
export const importModeNames: Readonly<Record<ImportMode, string>> = {
  'add-only': 'Add services only',
  'add-and-remove': 'Add and remove services',
}

/** A mode as someone may write it: its key, its name on the screen, or the name that translations have. */
export function readImportMode(text: string): ImportMode | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
  if (word === 'add only' || word === 'add services only') return 'add-only'
  return /^add (?:and|or) remove(?: services)?$/.test(word) ? 'add-and-remove' : undefined
}
