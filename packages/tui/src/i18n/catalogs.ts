import { en } from './en.ts'
import { type CliKey, enCli } from './en-cli.ts'
import type { Language } from './languages.ts'
import type { Catalog } from './texts.ts'

/** All that is said in one language: what the command line says, and what the wizard says as well. */
export interface Catalogs {
  readonly language: Language
  readonly cli: Readonly<Record<CliKey, string>>
  readonly shared: Catalog
}

export const english: Catalogs = { language: 'en', cli: enCli, shared: en }

/** Another language than English is read only where it is wanted: it takes time that a start does not have. */
export async function loadCatalogs(language: Language): Promise<Catalogs> {
  if (language === 'en') return english
  const [{ pl }, { plCli }] = await Promise.all([import('./pl.ts'), import('./pl-cli.ts')])
  return { language, cli: { ...enCli, ...plCli }, shared: pl }
}
