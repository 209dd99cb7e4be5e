/** Client for the public Webex REST, SCIM 2 and Contact Center APIs. Knows nothing of onboarding: see `./ports`. */
export type { TokenSource } from './auth/token.ts'
export { organizationOfToken } from './auth/token.ts'
export type { ContactCenterRegion, Timeouts, WebexClient, WebexClientOptions } from './client.ts'
export { contactCenterOrigins, createWebexClient } from './client.ts'
export type { CallFacts, ErrorDialect, Refusal } from './errors.ts'
export {
  ApiError,
  HttpError,
  isApiError,
  isHttpError,
  isNetworkError,
  isSchemaError,
  isTimeoutError,
  isTokenError,
  isWithheldError,
  NetworkError,
  SchemaError,
  TimeoutError,
  TokenError,
  WithheldError,
} from './errors.ts'
export type { AttemptEnd } from './http/observe.ts'
export { redact } from './http/redact.ts'
export type { AttemptReport, CallCount } from './http/request.ts'
export type { AttemptOutcome, RetryDecision, RetryLimits, RetryQuestion } from './http/retry.ts'
export { decideRetry } from './http/retry.ts'
export type { WebexId } from './ids.ts'
export { bareId, decodeWebexId, encodeWebexId } from './ids.ts'
export type { AgentLicense } from './license-names.ts'
export { agentLicenseOf } from './license-names.ts'
export type { ContactCenterApi, EntityKind, ItemAnswer, UserChange } from './resources/contact-center.ts'
export type { LicenseAnswer, LicenseAssignment, LicenseOperation, Licenses } from './resources/licenses.ts'
export type { CallOptions, OrganizationOptions } from './resources/options.ts'
export type { Organizations } from './resources/organizations.ts'
export type { CallingOptions, People, PersonDraft } from './resources/people.ts'
export type { Roles } from './resources/roles.ts'
export type { Scim, ScimOperation, ScimPagesOptions, ScimUserDraft } from './resources/scim.ts'
export type { Settings } from './resources/settings.ts'
export type { ContactCenterApiUser, ContactCenterEntity, UserProfile } from './schemas/contact-center.ts'
export type { License, OrganizationEntry, Person, Role } from './schemas/identity.ts'
export type { ScimUser } from './schemas/scim.ts'
