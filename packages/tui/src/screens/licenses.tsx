import { useShell } from '../components/shell.ts'
import { EntitlementPage, poolLines } from './entitlements.tsx'
import type { ScreenProps } from './screen.ts'

/** Which license each person gets (LIC10-*, LICNEW-*), and what is left to give. */
export function LicensesScreen(props: ScreenProps) {
  const { texts } = useShell()
  return (
    <EntitlementPage
      {...props}
      given={({ license }) => license}
      command="license.choose"
      notes={poolLines(props, texts)}
    />
  )
}
