import { Box, render, Text, useInput } from 'ink'
import { createElement, useState } from 'react'

const people = Array.from({ length: 20_000 }, (_, index) => `person${index + 1}@acme.example`)
const height = 22
/** Milliseconds that it is made to work for each key. */
const slow = Number(process.env['SLOW'] ?? 0)

/** The least that a list in Ink can be: what a key in a list of the wizard is measured against. */
function List() {
  const [focus, setFocus] = useState(people.length - 1)
  for (const begin = performance.now(); performance.now() - begin < slow; );
  useInput((_, key) => setFocus((at) => Math.max(0, at + (key.upArrow ? -1 : 0))))
  const first = Math.max(0, Math.min(focus - height / 2, people.length - height))
  const rows = people.slice(first, first + height).map((email, index) => {
    const row = first + index
    return createElement(Text, { key: index }, `${row === focus ? '›' : ' '} ${row + 1} ${email}`)
  })
  return createElement(Box, { flexDirection: 'column' }, rows)
}

// As often as the wizard draws: what is compared is the work, not the waiting.
render(createElement(List), { maxFps: 250 })
