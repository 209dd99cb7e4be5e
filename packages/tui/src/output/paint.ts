import { styleText } from 'node:util'

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan'

/** Colors text for a stream, as far as NO_COLOR, FORCE_COLOR and the stream allow; it never carries meaning alone. */
export type Paint = (style: Style, text: string) => string

export function createPaint(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true })
}
