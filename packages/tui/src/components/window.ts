import { type Block, type Line, sizeOf } from './line.ts'

export interface Window {
  readonly lines: readonly Line[]
  readonly above: number
  readonly below: number
}

/**
 * The part of the blocks that fits into `height` rows, with the line `focus` in view. Where something is left
 * out, the first or last of the rows is kept free for saying how much.
 */
export function windowOf(blocks: readonly Block[], height: number, focus: number): Window {
  const total = blocks.reduce((sum, block) => sum + sizeOf(block), 0)
  if (total <= height) return { lines: slice(blocks, 0, total), above: 0, below: 0 }
  const room = Math.max(1, height - 2)
  const centered = Math.max(0, Math.min(focus - Math.floor(room / 2), total - height + 1))
  if (centered <= 1) return { lines: slice(blocks, 0, height - 1), above: 0, below: total - (height - 1) }
  const end = Math.min(total, centered + room)
  if (end >= total - 1)
    return { lines: slice(blocks, total - (height - 1), total), above: total - (height - 1), below: 0 }
  return { lines: slice(blocks, centered, end), above: centered, below: total - end }
}

/** Index of the first line with the id; 0 when there is none. */
export function indexOfLine(blocks: readonly Block[], id: string | undefined): number {
  if (id === undefined) return 0
  let before = 0
  for (const block of blocks) {
    const index = 'size' in block ? block.indexOf(id) : block.findIndex((line) => line.id === id)
    if (index >= 0) return before + index
    before += sizeOf(block)
  }
  return 0
}

function slice(blocks: readonly Block[], from: number, to: number): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const block of blocks) {
    const size = sizeOf(block)
    for (let index = Math.max(from, start); index < Math.min(to, start + size); index += 1) {
      const line = 'size' in block ? block.at(index - start) : block[index - start]
      if (line) lines.push(line)
    }
    start += size
  }
  return lines
}
