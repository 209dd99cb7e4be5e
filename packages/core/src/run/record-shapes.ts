/** @module What every kind of entry is made of, as it comes from outside. */

export type Fields = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem)

export const isOrganization = (value: unknown): boolean =>
  isObject(value) && isText(value['id']) && isText(value['name'])
