/**
 * A Webex organization in a box: the public Webex APIs on a real database, with scripted faults.
 * @module
 */
export { SANDBOX_TOKEN_SCOPES, type TokenHolder, type TokenOptions } from './auth.ts'
export type { Fault, FaultAnswer } from './faults.ts'
export type { Platform } from './organization/organization.ts'
export type { RecordedRequest } from './request-log.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
export { type SandboxAddress, SandboxPortError } from './server.ts'
export { resetSandboxState, SandboxStateError } from './state.ts'
