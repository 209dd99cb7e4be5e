import type { FieldView, Problem } from '@wxcc-onboard/core'
import { type Line, sentence } from '../components/line.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { EntitlementPage } from './entitlements.tsx'
import { poolLines } from './pools.ts'
import type { ScreenProps } from './screen.ts'

/** Which license each person gets (LIC10-*, LICNEW-*), and what is left to give. */
export function LicensesScreen(props: ScreenProps) {
  const { view } = props
  const { texts } = useShell()
  const width = useWidth()
  const payersOf = ({ id }: FieldView): Line[] =>
    view.problems
      .filter((problem) => isPayer(problem) && id === `subscription.${problem.facts['license']}`)
      .flatMap(({ facts }) =>
        sentence(texts.t('ui.licenses.payers', facts), width, 'muted', { text: '      ' }),
      )
  return (
    <EntitlementPage
      {...props}
      given={({ license }) => license}
      command="license.choose"
      notes={poolLines(view.pools, texts, width)}
      asideOf={payersOf}
      isTold={isPayer}
    />
  )
}

/** Told below the question which subscription pays (C-14). */
function isPayer({ code }: Problem): boolean {
  return code === 'license.subscription-chosen'
}
