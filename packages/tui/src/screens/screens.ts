import type { Stage } from '@wxcc-onboard/core'
import { AdminRolesScreen } from './admin-roles.tsx'
import { FileRouteScreen } from './file-route.tsx'
import { LicensesScreen } from './licenses.tsx'
import { OperatorScreen } from './operator.tsx'
import { PeopleScreen } from './people.tsx'
import { PlatformScreen } from './platform.tsx'
import { PrerequisitesScreen } from './prerequisites.tsx'
import { ReportScreen } from './report.tsx'
import { ReviewScreen } from './review.tsx'
import { RouteScreen } from './route.tsx'
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
  export: FileRouteScreen,
  import: FileRouteScreen,
  file: FileRouteScreen,
  rows: FileRouteScreen,
  mode: FileRouteScreen,
  review: ReviewScreen,
  saving: SavingScreen,
  operator: OperatorScreen,
  syncing: SyncingScreen,
  verifying: VerifyingScreen,
  report: ReportScreen,
} satisfies Record<Stage, Screen>
