import { contractsAreHere, loadContract } from '../../../tools/openapi-contract.ts'

const contracts = contractsAreHere
  ? { admin: loadContract('webex-admin'), contactCenter: loadContract('webex-contact-center') }
  : undefined

/** What the sandbox answers outside of the published files, and why. */
const known = [
  // Live systems refuse filters and missing headers with 400 and stale versions with 412 without declaring it.
  /^GET \/organization\/.* does not declare status 400$/,
  /^PATCH \/organization\/\{orgid\}\/user\/\{id\} does not declare status 412$/,
  // Cisco publishes no code for "no units left".
  /^\/errors\/0\/errorCode must be equal to one of the allowed values$/,
]

/** What breaks the contract in an answer of any test; nothing where the published files are absent. */
export function violationsOf(method: string, path: string, status: number, body: unknown): readonly string[] {
  const contract = path.startsWith('/organization/') ? contracts?.contactCenter : contracts?.admin
  if (contract === undefined || path.startsWith('/console')) return []
  const violations = contract.checkResponse(method, path, status, body)
  const isUnknownPath = status === 404 || status === 405
  return violations.filter(
    (violation) =>
      !known.some((exception) => exception.test(violation)) &&
      !(isUnknownPath && violation.endsWith('is not in the contract')),
  )
}
