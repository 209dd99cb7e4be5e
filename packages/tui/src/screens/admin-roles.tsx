import { blank, sentence } from '../components/line.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { EntitlementPage } from './entitlements.tsx'
import type { ScreenProps } from './screen.ts'

/** Who becomes administrator and of what kind (ADM10-*, ADMNEW-*). */
export function AdminRolesScreen(props: ScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  return (
    <EntitlementPage
      {...props}
      given={({ administrator }) => administrator}
      command="administrator.choose"
      notes={[...sentence(texts.t('ui.administrators.later'), width, 'muted'), blank]}
    />
  )
}
