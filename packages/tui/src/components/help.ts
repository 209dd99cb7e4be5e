import type { Scope } from '../keys/bindings.ts'
import { headingLine, keyHelpLines } from './legend.ts'
import { blank, cell, type Line, line, sentence, tone } from './line.ts'
import type { Shell } from './shell.ts'

/** Everything that `?` shows: the keys that work here, the rules of the step, where they are written. */
export function helpLines(shell: Shell, scopes: readonly Scope[], isTyping: boolean): Line[] {
  const { texts } = shell
  const width = shell.size.columns - 1
  return [
    headingLine(texts.t('ui.help.keys')),
    ...keyHelpLines(scopes, isTyping, texts, width),
    ...(shell.rules.length > 0 ? [blank, headingLine(texts.t('ui.help.rules'))] : []),
    ...shell.rules.flatMap((rule) => ruleLines(shell, rule, width)),
    ...(shell.docsUrl ? [blank, ...sentence(texts.t('ui.help.docs', { url: shell.docsUrl }), width)] : []),
  ]
}

function ruleLines({ texts }: Shell, rule: string, width: number): Line[] {
  const key = `rule.${rule}`
  const lead = tone('accent', ` ${cell(rule, 10)} `)
  return texts.has(key) ? sentence(texts.t(key), width, 'plain', lead) : [line(lead)]
}
