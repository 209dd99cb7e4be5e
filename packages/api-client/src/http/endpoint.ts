/** What can stand in a query; undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** A URL of an API: segments and query values are escaped here and nowhere else. */
export function endpoint(origin: string, segments: readonly string[], query: Query = {}): string {
  const path = segments.map(encodeURIComponent).join('/')
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value))
  }
  // `+` for a blank is form encoding; not every Webex gateway reads it as a blank (`%2B` is already escaped).
  const search = parameters.toString().replaceAll('+', '%20')
  return `${origin}/${path}${search === '' ? '' : `?${search}`}`
}
