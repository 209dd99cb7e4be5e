/** Kinds of rule in the documented procedure: see docs/procedure.md, where each ID is explained. */
const numbered = {
  PLAT: 6,
  PRE: 3,
  ENTRY: 10,
  LIC10: 8,
  ADM10: 12,
  LICNEW: 6,
  ADMNEW: 8,
  SAVE: 6,
  SYNC: 4,
  CSV: 18,
  NEW: 34,
  C: 23,
} as const

type Family = keyof typeof numbered

/** The stable ID of a rule of the procedure, for example `ENTRY-7`, `ADMNEW-2`, `C-5`. */
export type RuleId = `${Family}-${number}`

/** Families whose every rule the manual route carries; each has a test whose title begins with its ID. */
export const manualRouteFamilies = [
  'PLAT',
  'PRE',
  'ENTRY',
  'LIC10',
  'ADM10',
  'LICNEW',
  'ADMNEW',
  'SAVE',
  'SYNC',
] as const satisfies readonly Family[]

/** Every rule ID of the manual route, in the order of the procedure. */
export function manualRouteRules(): readonly RuleId[] {
  return manualRouteFamilies.flatMap((family) =>
    Array.from({ length: numbered[family] }, (_, index): RuleId => `${family}-${index + 1}`),
  )
}
