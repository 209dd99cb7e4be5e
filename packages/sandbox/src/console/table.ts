import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** A table, or a word where it would be empty. Texts are escaped. */
export const table = (head: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html =>
  rows.length === 0
    ? html`<p class="quiet">Nothing yet.</p>`
    : html`<div class="scroll"><table><thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`
