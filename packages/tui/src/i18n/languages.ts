/** Languages that there is a catalog for; the first is used where none is wanted. */
export const languages = ['en', 'pl'] as const

export type Language = (typeof languages)[number]

/** The language wanted first that there is a catalog for: `pl`, `pl-PL` and `pl_PL.UTF-8` are all Polish. */
export function languageOf(wanted: string | undefined): Language {
  const [name = ''] = (wanted ?? '').toLowerCase().split(/[_.@-]/)
  return languages.find((language) => language === name) ?? 'en'
}
