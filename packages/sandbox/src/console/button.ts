import { html } from 'hono/html'

/** A form of one button, with what it sends. */
export const button = (
  path: string,
  label: string,
  fields: Record<string, string> = {},
): ReturnType<typeof html> =>
  html`<form method="post" action="/console${path}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button>${label}</button></form>`
