/** Sandbox choice: free licenses have no published size; this is more than anybody seeds. */
const plenty = 1000

export interface SeedLicense {
  readonly key: string
  readonly offer: string
  readonly name: string
  readonly totalUnits: number
  readonly subscriptionId?: string
  readonly siteUrl?: string
  readonly usedElsewhere?: number
}

/** Names and offer codes as `GET /v1/licenses` was seen to answer them; the c of "center" is small in one of them. */
export const licenseCatalog: readonly SeedLicense[] = [
  {
    key: 'premium-a',
    offer: 'CJPPRM',
    name: 'Contact Center Premium Agent',
    totalUnits: 25,
    subscriptionId: 'Sub-A',
  },
  {
    key: 'standard-a',
    offer: 'CJPSTD',
    name: 'Contact center Standard Agent',
    totalUnits: 60,
    subscriptionId: 'Sub-A',
  },
  {
    key: 'premium-b',
    offer: 'CJPPRM',
    name: 'Contact Center Premium Agent',
    totalUnits: 10,
    subscriptionId: 'Sub-B',
  },
  {
    key: 'calling',
    offer: 'BCSTD',
    name: 'Webex Calling - Professional',
    totalUnits: 40,
    subscriptionId: 'Sub-A',
  },
  {
    key: 'workspaces',
    offer: 'BCCAE',
    name: 'Webex Calling - Workspaces',
    totalUnits: 10,
    subscriptionId: 'Sub-A',
    usedElsewhere: 4,
  },
  {
    key: 'meetings',
    offer: 'EE',
    name: 'Webex Meetings Suite',
    totalUnits: 50,
    subscriptionId: 'Sub-A',
    siteUrl: 'acme.webex.example',
  },
  {
    key: 'essentials',
    offer: 'CXE',
    name: 'Customer Experience - Essential',
    totalUnits: 5,
    subscriptionId: 'Sub-B',
  },
  { key: 'messaging', offer: 'FMS', name: 'Basic Messaging', totalUnits: plenty },
  { key: 'space-meetings', offer: 'FTM', name: 'Basic Space Meetings', totalUnits: plenty },
  { key: 'call', offer: 'FTC', name: 'Call on Webex (1:1 call, non-PSTN)', totalUnits: plenty },
  { key: 'screen-share', offer: 'FSS', name: 'Free screen share', totalUnits: plenty },
]
