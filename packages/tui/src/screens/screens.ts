import type { Stage } from '@wxcc-onboard/core'
import { AdminRolesScreen } from './admin-roles.tsx'
import { ExportScreen } from './export.tsx'
import { FileScreen } from './file.tsx'
import { ImportScreen } from './import.tsx'
import { ImportingScreen } from './importing.tsx'
import { LicensesScreen } from './licenses.tsx'
import { ModeScreen } from './mode.tsx'
import { OperatorScreen } from './operator.tsx'
import { PeopleScreen } from './people.tsx'
import { PlatformScreen } from './platform.tsx'
import { PrerequisitesScreen } from './prerequisites.tsx'
import { ReportScreen } from './report.tsx'
import { ReviewScreen } from './review.tsx'
import { RouteScreen } from './route.tsx'
import { RowsScreen } from './rows.tsx'
import { SavingScreen } from './saving.tsx'
import type { Screen } from './screen.ts'
import { SignInScreen } from './sign-in.tsx'
import { SyncingScreen } from './syncing.tsx'
import { VerifyingScreen } from './verifying.tsx'

/** One screen for each stage; a new stage does not compile without one. */
export const screens = {
  signIn: SignInScreen,
  prerequisites: PrerequisitesScreen,
  platform: PlatformScreen,
  route: RouteScreen,
  people: PeopleScreen,
  licenses: LicensesScreen,
  adminRoles: AdminRolesScreen,
  export: ExportScreen,
  import: ImportScreen,
  file: FileScreen,
  rows: RowsScreen,
  mode: ModeScreen,
  review: ReviewScreen,
  importing: ImportingScreen,
  saving: SavingScreen,
  operator: OperatorScreen,
  syncing: SyncingScreen,
  verifying: VerifyingScreen,
  report: ReportScreen,
} satisfies Record<Stage, Screen>
