import { html } from 'hono/html'
import type { ConsoleParts } from './routes.ts'

export const consolePage = (parts: ConsoleParts, notice: string | undefined) =>
  html`<!doctype html><title>${parts.org.name}</title><p>${notice ?? ''}</p>`
