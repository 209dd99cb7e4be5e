import { render, Text, useInput } from 'ink'
import { createElement } from 'react'

/** The least that an Ink program with a keyboard can be: what the wizard's start is measured against. */
function Hello() {
  useInput(() => undefined)
  return createElement(Text, { color: 'cyan' }, 'Hello, Ink')
}

render(createElement(Hello))
