import { OperatorScreen } from './operator.tsx'
import type { ScreenProps } from './screen.ts'

/** Synchronize Users, pressed by a person in Control Hub (SYNC-1, SYNC-2). */
export function SyncingScreen(props: ScreenProps) {
  return <OperatorScreen {...props} />
}
