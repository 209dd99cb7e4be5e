export {
  type Agent,
  type AgentCatalog,
  type AgentChange,
  type AgentField,
  type AgentSettings,
  agentFields,
  agentHeaders,
  changedFields,
} from './domain/agent.ts'
export { controlHubUrl, menuPaths, platformField } from './domain/control-hub.ts'
export type { Disabled, DisabledCode } from './domain/disabled.ts'
export { disabledCodes } from './domain/disabled.ts'
export type {
  AdministratorChoice,
  AdministratorRole,
  Entitlement,
  License,
  LicenseChoice,
} from './domain/entitlement.ts'
export { administratorChoices, licenseChoices } from './domain/entitlement.ts'
export type {
  MenuPath,
  OperatorTask,
  OperatorTaskKind,
  OperatorTaskState,
  OperatorTaskStatus,
} from './domain/operator-task.ts'
export type {
  Capabilities,
  Connection,
  ContactCenterUser,
  DirectoryPerson,
  LicensePool,
  Means,
  Observation,
  Operator,
  Organization,
  PersonStatus,
  PlatformReading,
  ProfileType,
} from './domain/organization.ts'
export { type Failure, type FailureKind, type Outcome, problemOfFailure } from './domain/outcome.ts'
export type { EntryMode, PersonEntry } from './domain/person.ts'
export { personKey } from './domain/person.ts'
export type { Platform, PlatformOffer } from './domain/platform.ts'
export { manualBatchLimit, platformOffers, platforms } from './domain/platform.ts'
export type { FactValue, Problem, ProblemCode, Severity, Subject } from './domain/problem.ts'
export { problemCodes } from './domain/problem.ts'
export type { RuleId } from './domain/rule.ts'
export { manualRouteRules } from './domain/rule.ts'
export {
  agentCell,
  agentRecords,
  agentSheetOf,
  type FilledTemplate,
  type FormerAgents,
  fillTemplate,
  formerAgents,
} from './intake/csv/agent-file.ts'
export {
  type AgentRow,
  type AgentSheet,
  type RejectedAgent,
  readAgentSheet,
} from './intake/csv/agent-sheet.ts'
export { type Damage, damageProblems, detectDamage, type Repair, repair } from './intake/csv/damage.ts'
export {
  damageKey,
  type FileAnswer,
  type FileAnswers,
  type RepairChoice,
  repairChoices,
} from './intake/csv/file-answers.ts'
export { type ImportMode, importModeNames, readImportMode } from './intake/csv/mode.ts'
export { type OpenCsv, type OpenTable, openCsv, openTable } from './intake/csv/open.ts'
export { type KnownPeople, type RequestBase, requestOfRows } from './intake/csv/request.ts'
export { type RoleList, readRoleList, withRoles } from './intake/csv/role-file.ts'
export {
  type CsvReading,
  type CsvRow,
  type CsvSheet,
  type RejectedRow,
  readRows,
} from './intake/csv/rows.ts'
export type { CsvParser, CsvRecord, CsvTable } from './intake/csv/table.ts'
export type { CsvScope, CsvVia } from './intake/csv/way.ts'
export {
  type CsvLayout,
  type CsvRecords,
  type CsvStringifier,
  controlHubLayout,
  type FailedRow,
  failedRecords,
  partsOf,
  recordsOf,
} from './intake/csv/write.ts'
export type { Answer, Draft } from './intake/draft.ts'
export { type PeopleList, readPeopleList } from './intake/people-list.ts'
export {
  type ReadRequest,
  type Request,
  type RequestedPerson,
  readRequest,
  requestJsonSchema,
} from './intake/request.ts'
export type { Command, Fact, Stage } from './machine/onboarding.types.ts'
export { routeStages, stages } from './machine/onboarding.types.ts'
export type { FileChoice, OpenedFile } from './machine/open-file.ts'
export { findOpenImport } from './machine/open-import.ts'
export { findSamePeople } from './machine/same-people.ts'
export type {
  FieldView,
  FileView,
  ImportView,
  LabelKey,
  ModeView,
  OptionView,
  PartView,
  PersonReport,
  PersonView,
  ProgressView,
  ReportView,
  SignIn,
  SignInReason,
  StageStatus,
  StageView,
  TaskView,
  View,
} from './machine/view.types.ts'
export { labelKeys, signInReasons } from './machine/view.types.ts'
export { type AgentPlan, agentKey, planAgents } from './plan/agent-plan.ts'
export { classesOf, openClasses } from './plan/classes.ts'
export { documentedPace, secondsFor } from './plan/forecast.ts'
export { approvalDigits, isApprovalOf } from './plan/hash.ts'
export { type ImportOrder, type ImportPart, type ImportPlan, partPath, planImport } from './plan/import.ts'
export {
  type ImportedRow,
  type Importing,
  openPart,
  type PartProgress,
  type RefusedRow,
} from './plan/importing.ts'
export type { Expectation, Plan, Undoing, UnitForecast } from './plan/plan.ts'
export type {
  ChangeAdministrator,
  ChangeLicenses,
  CreatePerson,
  DeletePerson,
  Step,
  StepOutcome,
  StepResult,
  StepResults,
} from './plan/step.ts'
export type { Agents, AgentWrite } from './ports/agents.ts'
export type { Clock, Ids } from './ports/clock.ts'
export type { ContactCenter } from './ports/contact-center.ts'
export type { CsvDesk, DeskAnswer, Exported, ExportOrder, FileSource } from './ports/csv-desk.ts'
export type { Directory, LicenseChange, NewPerson } from './ports/directory.ts'
export type { Drafts, KeptDraft } from './ports/drafts.ts'
export type { Journal, JournalEntry, JournalEvent, RunSummary } from './ports/journal.ts'
export type { OperatorDesk } from './ports/operator-desk.ts'
export type { Ports } from './ports/ports.ts'
export { type JudgedAgents, judgeAgents } from './rules/agents.ts'
export { checkBulk, rejectRows } from './rules/bulk.ts'
export type { BulkGround, NamedPerson } from './rules/bulk-ground.ts'
export { csvRowLimits } from './rules/bulk-limits.ts'
export {
  type FileGround,
  type FilePolicy,
  fileBlockers,
  isFileBlocker,
  type JudgedRows,
  judgeFile,
  type Mended,
  mendSheet,
} from './rules/judge-file.ts'
export { type AgentRunRecord, type ReadAgentRecord, readAgentRecord } from './run/agent-record.ts'
export { type AgentOutcome, type AgentReport, agentReportOf } from './run/agent-report.ts'
export { type AgentRun, type AgentRunOptions, type AgentRunPorts, setUpAgents } from './run/agent-run.ts'
export { type AgentApproval, type ApproveAgents, approveAgents } from './run/approve-agents.ts'
export { driftOf, type ReadDrift, readDrift } from './run/drift.ts'
export { createOnboarding } from './run/onboarding.ts'
export type { Approval, Onboarding, OnboardingOptions } from './run/onboarding.types.ts'
export { type ReadRecord, type RunRecord, readRecord, recordedReport, recordedTasks } from './run/record.ts'
export { faultOf, type RecordFault } from './run/record-check.ts'
export {
  type ApproveUndo,
  approveUndo,
  type PlannedUndo,
  type PlanUndo,
  planUndo,
  type UndoWish,
} from './run/undo-run.ts'
export { type VerifiedAgents, verifyAgents } from './run/verify-agents.ts'
export { keepVerified, type VerifiedRun, verifyRun } from './run/verify-run.ts'
export { walkTo, walkToReview } from './run/walk.ts'
