import { useAnimation } from 'ink'
import { spinner } from '../theme.ts'

/** The present frame of the spinner. */
export function useSpinner(isActive = true): string {
  const { frame } = useAnimation({ interval: spinner.interval, isActive })
  return spinner.frames[frame % spinner.frames.length] ?? ''
}
