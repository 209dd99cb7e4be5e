import { z } from 'zod'

// Unset fields are absent in most captures and null in some; both mean undefined to us.
const absent = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined)

export const optionalText = absent(z.string())
export const optionalNumber = absent(z.number())
export const optionalTexts = absent(z.array(z.string()))

/** The published specification says "true"/"false", real answers carry booleans. */
export const optionalFlag = absent(
  z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]),
)
